package org.hrcamel.connector.breezyhr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hrcamel.connector.Side;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.ApiClient;
import org.hrcamel.http.ApiRequest;
import org.hrcamel.http.Authentication;
import org.hrcamel.http.Cancellation;
import org.hrcamel.http.CredentialRefused;
import org.hrcamel.http.RequestFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of one run: a personal access token as it is, else one of a session that is signed in with the first request and signed out
 * when closed (Breezy HR contract, section 1). Thread safe.
 */
final class BreezySession implements Authentication, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BreezySession.class);
    private static final String HEADER = "Authorization";

    private final Side side;
    private final Address base;
    private final String email;
    private final String password;
    private final boolean personal;
    private Optional<String> token;
    private boolean closed;

    BreezySession(Side side) {
        this.side = side;
        this.base = side.api().base().orElseThrow();
        this.email = side.auth().get(BreezyhrConnector.EMAIL).strip();
        this.password = side.auth().get(BreezyhrConnector.PASSWORD);
        this.personal = password.startsWith("breezy_pat_");
        this.token = personal ? Optional.of(password) : Optional.empty();
    }

    /** What the vendor counts requests by; an account's sessions are taken as one. */
    String credential() {
        return personal ? password : email;
    }

    @Override
    public ApiRequest authenticate(ApiRequest request) throws RequestFailed, CredentialRefused {
        return request.withHeader(HEADER, token());
    }

    private synchronized String token() throws RequestFailed, CredentialRefused {
        if (closed) {
            // A straggler must not open a session that nobody would end.
            throw new RequestFailed(RequestFailed.Cause.STOPPED, false, "the run has signed out of Breezy HR");
        }
        if (token.isEmpty()) {
            token = Optional.of(signIn());
        }
        return token.get();
    }

    private String signIn() throws RequestFailed, CredentialRefused {
        ApiClient client =
                side.api().client(credential(), request -> request, side.run().cancellation());
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("email", email).put("password", password);
        ApiRequest request = ApiRequest.post(BreezyhrConnector.SIGN_IN, base.path("signin"), ApiRequest.json(body))
                .repeatable(true);
        ApiAnswer answer = client.send(request);
        if (!answer.isSuccess()) {
            throw new CredentialRefused("Breezy HR refuses the sign-in (" + BreezyAnswer.told(answer) + "): check "
                    + side.auth().key(BreezyhrConnector.EMAIL) + " and "
                    + side.auth().key(BreezyhrConnector.PASSWORD)
                    + "; an account with single sign-on or two factors needs a personal access token (breezy_pat_…)"
                    + " in place of the password");
        }
        String access = answer.body().path("access_token").asText("");
        if (access.isBlank()) {
            throw new RequestFailed(
                    RequestFailed.Cause.MALFORMED, true, "Breezy HR answered the sign-in without a token");
        }
        return access;
    }

    @Override
    public boolean rejects(ApiAnswer answer) {
        return BreezyAnswer.isInvalidToken(answer);
    }

    @Override
    public synchronized boolean renew(ApiRequest rejected) {
        if (personal) {
            return false;
        }
        // Many requests find out at once; only the first of them ends the token.
        if (token.isPresent() && token.get().equals(rejected.headers().get(HEADER))) {
            token = Optional.empty();
        }
        return true;
    }

    /** Signs out. Never throws: a run has ended already, however it ended. */
    @Override
    public synchronized void close() {
        closed = true;
        if (personal || token.isEmpty()) {
            return;
        }
        String ended = token.get();
        token = Optional.empty();
        try {
            // Waits of its own, since those of a run that was given up end at once, and the token would stay alive.
            ApiClient client =
                    side.api().client(credential(), request -> request.withHeader(HEADER, ended), new Cancellation());
            ApiAnswer answer = client.send(ApiRequest.get(BreezyhrConnector.SIGN_OUT, base.path("signout")));
            if (!answer.isSuccess()) {
                LOG.warn("Breezy HR did not take the sign-out: {}", BreezyAnswer.told(answer));
            }
        } catch (RequestFailed | CredentialRefused failure) {
            LOG.warn("Breezy HR could not be told to sign out: {}", failure.getMessage());
        }
    }
}
