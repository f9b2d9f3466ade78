package org.hrcamel.validate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrcamel.workflow.Parameters;
import org.hrcamel.workflow.Setting;
import org.hrcamel.workflow.Settings;
import org.hrcamel.workflow.Settings.UnresolvedPlaceholder;

/** The texts that must not be read anywhere: each secret setting's value, and the forms in which it goes over the wire. */
public final class SecretTexts {

    /** What is shorter stands in harmless words too, and can hardly be a secret. */
    private static final int SHORTEST = 6;

    /** The secret within an address: of a parameter, and before the host. */
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "[?&;][^=&;]*(?:password|token|key|secret|sig)[^=&;]*=([^&;#]+)|//[^/@:]*:([^@/]+)@",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{\\s*env:[^{}]+}}");

    private final Settings settings;
    private final Set<String> texts = new LinkedHashSet<>();

    private SecretTexts(Settings settings) {
        this.settings = settings;
    }

    /** Those of the settings as they are; a secret whose placeholders have no value has no text. */
    public static Set<String> of(Project project) {
        SecretSettings secrets = SecretSettings.of(project);
        SecretTexts found = new SecretTexts(project.settings());
        for (Setting setting : project.settings().all()) {
            if (secrets.isDeclared(Parameters.withoutIndex(setting.key()))) {
                found.add(setting);
            }
        }
        return Set.copyOf(found.texts);
    }

    private void add(Setting setting) {
        Optional<String> resolved = value(setting.key()).filter(SecretSettings::mayBeSecret);
        if (resolved.isEmpty()) {
            return;
        }
        String secret = resolved.get();
        addForms(secret);
        Matcher inAddress = IN_ADDRESS.matcher(secret);
        while (inAddress.find()) {
            addForms(inAddress.group(1) == null ? inAddress.group(2) : inAddress.group(1));
        }
        if (!secret.startsWith("jdbc:")) {
            // Of a callback's address, the token that the environment gives.
            Matcher environment = ENVIRONMENT.matcher(setting.value());
            while (environment.find()) {
                resolve(environment.group()).ifPresent(this::addForms);
            }
        }
        basic("", secret);
        basic(secret, "");
        companions(setting).forEach(companion -> {
            basic(companion, secret);
            basic(secret, companion);
        });
    }

    private void addForms(String secret) {
        if (secret.length() >= SHORTEST) {
            texts.add(secret);
            String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            texts.add(encoded);
            texts.add(encoded.replace("+", "%20"));
        }
    }

    /** As HTTP basic authentication sends it. */
    private void basic(String user, String password) {
        if (Math.max(user.length(), password.length()) >= SHORTEST) {
            texts.add(Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The other values of the same group: one of them may be the user. */
    private List<String> companions(Setting setting) {
        String group = setting.key().substring(0, setting.key().lastIndexOf('.') + 1);
        List<String> values = new ArrayList<>();
        for (Setting other : settings.under(group)) {
            boolean sibling = other.key().indexOf('.', group.length()) < 0;
            if (sibling && !other.key().equals(setting.key())) {
                value(other.key()).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<String> value(String key) {
        try {
            return settings.value(key);
        } catch (UnresolvedPlaceholder missing) {
            return Optional.empty();
        }
    }

    private Optional<String> resolve(String text) {
        try {
            return Optional.of(settings.resolve(text));
        } catch (UnresolvedPlaceholder missing) {
            return Optional.empty();
        }
    }
}
