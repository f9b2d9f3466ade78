package org.hrcamel.connector.greenhouse;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.hrcamel.connector.CrossCheck;
import org.hrcamel.workflow.Parameter;
import org.hrcamel.workflow.Parameters;

/** Exactly one way in: a Harvest v3 credential, or an old Harvest v1 key. */
final class OneCredential implements CrossCheck {

    @Override
    public void check(Parameters auth, Parameters parameters, BiConsumer<Parameter<?>, String> problem) {
        Optional<String> key = auth.find(GreenhouseConnector.KEY);
        Optional<String> id = auth.find(GreenhouseConnector.CLIENT_ID);
        Optional<String> secret = auth.find(GreenhouseConnector.CLIENT_SECRET);
        if (key.isPresent() && (id.isPresent() || secret.isPresent())) {
            problem.accept(
                    GreenhouseConnector.KEY,
                    "is given beside client_id or client_secret: keep the latter two, which are for Harvest v3, or"
                            + " this key for Harvest v1, not both");
        } else if (key.isPresent() && auth.find(GreenhouseConnector.SUB).isPresent()) {
            problem.accept(
                    GreenhouseConnector.SUB, "is for Harvest v3 only: give client_id and client_secret, not auth");
        } else if (key.isEmpty() && id.isEmpty() && secret.isEmpty()) {
            problem.accept(
                    GreenhouseConnector.CLIENT_ID,
                    "is missing: give client_id and client_secret for Harvest v3 (or auth, an old Harvest v1 key)");
        } else if (key.isEmpty() && id.isEmpty()) {
            problem.accept(GreenhouseConnector.CLIENT_ID, "is missing beside client_secret");
        } else if (key.isEmpty() && secret.isEmpty()) {
            problem.accept(GreenhouseConnector.CLIENT_SECRET, "is missing beside client_id");
        }
    }
}
