package org.hrcamel.connector;

import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.hrcamel.http.Connections;
import org.hrcamel.http.Endpoint;
import org.hrcamel.http.EndpointRoutes;
import org.hrcamel.workflow.PullStep;
import org.hrcamel.workflow.PushStep;
import org.hrcamel.workflow.ReadStep;

/** The words in which a connector writes down its internal routes. */
public abstract class ConnectorRoutes extends RouteBuilder {

    private final VendorApi api;

    protected ConnectorRoutes(VendorApi api) {
        this.api = api;
    }

    /** The route behind a workflow's pull step. */
    protected void pull(String name) {
        step(name, new PullStep());
    }

    /** The route behind a workflow's detail step. */
    protected void read(String name) {
        step(name, new ReadStep());
    }

    /** The route behind a workflow's push step. */
    protected void push(String name) {
        step(name, new PushStep());
    }

    private void step(String name, Processor step) {
        from("direct:" + name)
                .routeId(name)
                .errorHandler(noErrorHandler())
                .process(step)
                .id(name + "-step");
    }

    /** The route of one kind of request to the vendor's own host. */
    protected void request(Endpoint endpoint) {
        EndpointRoutes.add(this, api.name(), endpoint, api.timeout(), Connections.TRUSTED);
    }

    /** The route of downloads from addresses that came with somebody's data. */
    protected void foreignFile(Endpoint endpoint) {
        EndpointRoutes.add(this, api.name(), endpoint, api.timeout(), api.foreignConnections());
    }
}
