package org.hrcamel.workflow;

import java.util.Map;

/** The beans that every workflow's route names for its steps, whatever its vendors. */
public final class StepBeans {

    /** The idempotent repository that a workflow's route checks each item against. */
    public static final String DELIVERED_VERSIONS = "deliveredVersions";

    private static final ItemAccounting ACCOUNTING = new ItemAccounting();

    /** By name in the registry. */
    public static final Map<String, Object> ALL = Map.of(
            "item",
            ACCOUNTING,
            "itemAccounting",
            ACCOUNTING,
            "logics",
            new LogicsStep(),
            DELIVERED_VERSIONS,
            new DeliveredVersions(),
            "itemVersion",
            new ItemVersion(),
            "callback",
            new CallbackStep());

    /** The route configuration that a workflow's route opts into. */
    public static final String ROUTE_CONFIGURATION = "workflow";

    private StepBeans() {}
}
