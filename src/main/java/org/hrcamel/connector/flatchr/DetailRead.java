package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;

/** What asking for one application's detail came to: exactly one of these. */
sealed interface DetailRead {

    record Found(JsonNode detail) implements DetailRead {}

    /** The application is gone, or, when none was ever found, the detail as such (Flatchr contract, U13). */
    record NotFound() implements DetailRead {}

    /** It failed, and the run was told so. */
    record Failed() implements DetailRead {}
}
