package org.hrcamel.console.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.hrcamel.console.CsrfToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes pages from their templates; every value is escaped for HTML. Thread safe. */
final class Templates {

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    Templates() {
        templates.setClassForTemplateLoading(Templates.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setURLEscapingCharset("UTF-8");
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setRecognizeStandardFileExtensions(true);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
        templates.setNumberFormat("computer");
        templates.setAPIBuiltinEnabled(false);
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            Map<String, Object> model)
            throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("csrf", CsrfToken.of(request));
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate(template + ".ftlh").process(all, page);
        } catch (TemplateException bug) {
            // Its message may quote what the page was to show.
            LOG.debug("The template {} failed: {}", template, bug.getMessage());
            throw new IOException("The template " + template + " failed");
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(page.toString());
    }
}
