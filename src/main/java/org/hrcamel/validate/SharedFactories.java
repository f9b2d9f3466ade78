package org.hrcamel.validate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.impl.engine.DefaultFactoryFinder;
import org.apache.camel.spi.ClassResolver;
import org.apache.camel.spi.FactoryFinder;
import org.apache.camel.spi.FactoryFinderResolver;

/**
 * Where Camel looks up which class makes what, shared by all {@link ScratchContext}s: each would search every jar of the class path
 * anew, which is most of what it costs. What is known is classes alone, nothing of the context that asked. Thread safe.
 */
final class SharedFactories implements FactoryFinderResolver {

    static final SharedFactories INSTANCE = new SharedFactories();

    private final ClassResolver classes = new DefaultClassResolver();
    private final Map<String, FactoryFinder> finders = new ConcurrentHashMap<>();

    private SharedFactories() {}

    @Override
    public FactoryFinder resolveFactoryFinder(ClassResolver ofOneContext, String path) {
        return finders.computeIfAbsent(path, first -> new Kept(classes, first));
    }

    @Override
    public FactoryFinder resolveBootstrapFactoryFinder(ClassResolver ofOneContext, String path) {
        return resolveFactoryFinder(ofOneContext, path);
    }

    /** No context that ends empties it. */
    private static final class Kept extends DefaultFactoryFinder {

        Kept(ClassResolver classes, String path) {
            super(classes, path);
        }

        @Override
        public void clear() {
            // Classes stay what they are.
        }
    }
}
