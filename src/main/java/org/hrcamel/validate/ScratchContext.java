package org.hrcamel.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.FactoryFinderResolver;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hrcamel.connector.Connector;
import org.hrcamel.workflow.FormatStep;
import org.hrcamel.workflow.StepBeans;
import org.hrcamel.workflow.WorkflowSettings;
import org.jspecify.annotations.Nullable;

/**
 * A Camel of its own in which a route file is built and nothing runs: it is built but never started, so that no endpoint, consumer or
 * scheduler starts, no thread is made, and nothing is registered with JMX. Its registry asks for the beans that the runtime would have;
 * closing it leaves them as they are. Opening one costs a few milliseconds.
 */
final class ScratchContext extends DefaultCamelContext {

    /** Of a file that is only read: without settings and without beans. */
    ScratchContext() {
        super(false);
        disableJMX();
        setAutoStartup(false);
        getCamelContextExtension().setName("hrcamel-validate");
    }

    @Override
    protected FactoryFinderResolver createFactoryFinderResolver() {
        return SharedFactories.INSTANCE;
    }

    /** Of a file that is built as the runtime would. */
    static ScratchContext of(Project project, RouteFile file) throws Exception {
        ScratchContext camel = new ScratchContext();
        camel.getPropertiesComponent().addPropertiesSource(new Written(project.soundSettings()));
        camel.getCamelContextExtension().setRegistry(new DefaultRegistry(new Beans(beans(project))));
        camel.addComponent("quartz", new UnscheduledQuartz());
        camel.build();
        for (RouteFile other : project.files()) {
            camel.getExecutorServiceManager()
                    .registerThreadPoolProfile(new ThreadPoolProfileBuilder(other.name()).build());
        }
        camel.borrowBeans(project, file);
        return camel;
    }

    /** A schedule that is wrong or has no value is the settings' mistake: it is not told again in the file that uses it. */
    static Map<String, String> settings(Project project) {
        Map<String, String> settings = new HashMap<>(PublicSettings.of(project));
        for (DeclaredWorkflow workflow : project.workflows()) {
            String key = WorkflowSettings.prefix(workflow.id()) + WorkflowSettings.SCHEDULE.name();
            WorkflowSettings sound = WorkflowSettings.parse(project.settings(), workflow.id(), problem -> {});
            settings.put(
                    key,
                    sound.values()
                            .find(WorkflowSettings.SCHEDULE)
                            .or(WorkflowSettings.SCHEDULE::defaultText)
                            .orElseThrow());
        }
        return settings;
    }

    private static Map<String, Object> beans(Project project) {
        Map<String, Object> beans = new TreeMap<>(StepBeans.ALL);
        for (Connector connector : project.connectors().all()) {
            for (Map.Entry<String, UnaryOperator<JsonNode>> format :
                    connector.formats().entrySet()) {
                beans.put(format.getKey(), new FormatStep(format.getValue()));
            }
        }
        return beans;
    }

    /** The beans of other files that this one names. */
    private void borrowBeans(Project project, RouteFile file) throws Exception {
        for (RouteFile other : project.files()) {
            if (!other.path().equals(file.path()) && other.beans().stream().anyMatch(file.text()::contains)) {
                load(other);
                Model model = model();
                model.removeRouteDefinitions(List.copyOf(model.getRouteDefinitions()));
            }
        }
    }

    /** Adds what a file declares, without building its routes. */
    void load(RouteFile file) throws Exception {
        PluginHelper.getRoutesLoader(this)
                .loadRoutes(ResourceHelper.fromString(file.path().toString(), file.text()));
    }

    Model model() {
        return getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** What the operator wrote, for placeholders. */
    private record Written(Map<String, String> settings) implements PropertiesSource {

        @Override
        public String getName() {
            return "hrcamel-written";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return settings.get(name);
        }
    }

    /** Only looks up: a context that is closed empties a registry that it was given whole. */
    private record Beans(Map<String, Object> byName) implements BeanRepository {

        @Override
        public @Nullable Object lookupByName(String name) {
            return byName.get(name);
        }

        @Override
        public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
            return Optional.ofNullable(byName.get(name))
                    .filter(type::isInstance)
                    .map(type::cast)
                    .orElse(null);
        }

        @Override
        public <T> Map<String, T> findByTypeWithName(Class<T> type) {
            Map<String, T> found = new TreeMap<>();
            byName.forEach((name, bean) -> {
                if (type.isInstance(bean)) {
                    found.put(name, type.cast(bean));
                }
            });
            return found;
        }

        @Override
        public <T> Set<T> findByType(Class<T> type) {
            return findByTypeWithName(type).values().stream().collect(Collectors.toSet());
        }
    }
}
