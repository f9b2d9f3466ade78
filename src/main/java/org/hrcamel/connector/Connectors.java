package org.hrcamel.connector;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every connector on the class path, by name. Immutable. */
public final class Connectors {

    private final List<Connector> all;

    private Connectors(List<Connector> all) {
        this.all = all;
    }

    public static Connectors load() {
        return new Connectors(ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Connector::name))
                .toList());
    }

    public List<Connector> all() {
        return all;
    }

    /** The connector whose pull endpoint this is. */
    public Optional<Connector> pulling(String endpoint) {
        return all.stream()
                .filter(connector -> connector
                        .origin()
                        .filter(origin -> origin.pull().equals(endpoint))
                        .isPresent())
                .findFirst();
    }

    /** The connector whose push endpoint this is. */
    public Optional<Connector> pushing(String endpoint) {
        return all.stream()
                .filter(connector -> connector
                        .target()
                        .filter(target -> target.push().equals(endpoint))
                        .isPresent())
                .findFirst();
    }
}
