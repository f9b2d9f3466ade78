package org.hrcamel.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.Limits;
import org.hrcamel.workflow.Parameter;

/** One vendor: what it is called, what it must be told, how it is read and written. Immutable. */
public interface Connector {

    /** Name in settings and route ids, such as {@code jazzhr}. */
    String name();

    /** What the keys of its own settings begin with. */
    default String prefix() {
        return "connector." + name() + ".";
    }

    /** Name for people, such as {@code JazzHR}. */
    String title();

    /** The group of a workflow's settings that holds this vendor's credentials. */
    default String authGroup() {
        return "connector_auth";
    }

    List<Parameter<?>> authParameters();

    /** What {@code connector.<name>.*} is when it is not set. */
    ConnectorDefaults defaults();

    /** Further {@code connector.<name>.*} settings of this vendor alone. */
    default List<Parameter<?>> furtherSettings() {
        return List.of();
    }

    /**
     * The limits of an endpoint that the vendor limits apart from the others.
     *
     * @param common what is configured for the connector
     */
    default Limits limits(Endpoint endpoint, Limits common) {
        return common;
    }

    /** How to read from it, if it can be an origin. */
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /** How to write to it, if it can be a target. */
    default Optional<Target> target() {
        return Optional.empty();
    }

    /**
     * Number of what it makes of an item, as origin or as target: raised whenever the same candidate would reach the target in another
     * form, so that everybody is delivered again.
     */
    int mappingVersion();

    /** The mappings that its workflows' format steps use, by bean name. */
    Map<String, UnaryOperator<JsonNode>> formats();

    /** Its internal Camel routes. */
    RouteBuilder routes(VendorApi api);
}
