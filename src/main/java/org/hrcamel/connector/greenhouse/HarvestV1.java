package org.hrcamel.connector.greenhouse;

import java.time.Instant;
import org.hrcamel.connector.OriginClock;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.hrcamel.workflow.Reason;
import org.hrcamel.workflow.RunFatal;

/** The calls to Harvest v1, which was announced for removal on 2026-08-31 (Greenhouse contract, section 11). Thread safe. */
final class HarvestV1 {

    private final Side side;
    private final ApiClient client;
    private final Address candidates;
    private final String keySetting;
    private final String newSetting;

    HarvestV1(Side side) {
        this.side = side;
        String key = side.auth().get(GreenhouseConnector.KEY);
        String basic = ServiceToken.basic(key, "");
        this.client = side.api()
                .client(
                        key,
                        request -> request.withHeader("Authorization", basic),
                        side.run().cancellation());
        this.candidates = side.api().base().orElseThrow().path("v1", "candidates");
        this.keySetting = side.auth().key(GreenhouseConnector.KEY);
        this.newSetting = side.auth().key(GreenhouseConnector.CLIENT_ID);
    }

    Address candidates() {
        return candidates;
    }

    LinkedPages pages(Address first) {
        return new LinkedPages(this::get, first, "the pull_parameters");
    }

    private ApiAnswer get(Address page) throws RequestFailed, CredentialRefused, RunFatal {
        Instant asked = side.api().clock().instant();
        ApiAnswer answer = client.send(ApiRequest.get(GreenhouseConnector.LEGACY, page));
        return switch (answer.status()) {
            case 401, 403, 404, 410 ->
                throw new CredentialRefused("Harvest v1 answered " + answer
                        + ": a retired API or a bad key. It was announced for removal on 2026-08-31; create a Harvest v3"
                        + " credential and set " + newSetting + " and client_secret instead of " + keySetting);
            default -> {
                if (!answer.isSuccess() && answer.status() != 422) {
                    throw new RunFatal(
                            Reason.BAD_ORIGIN_PARAMETERS,
                            "Harvest v1 does not list candidates (" + answer
                                    + "): check the pull_parameters and connector.greenhouse.base-url");
                }
                OriginClock.tell(side, asked, answer);
                yield answer;
            }
        };
    }
}
