package org.hrcamel.http;

/** Puts a credential on requests, and gets a new one when it has ended. Thread safe. */
public interface Authentication {

    /**
     * The request with its credential.
     *
     * @throws RequestFailed when a token is needed and cannot be had now
     * @throws CredentialRefused when the vendor refuses the credential
     */
    ApiRequest authenticate(ApiRequest request) throws RequestFailed, CredentialRefused;

    /** Whether this answer means that the credential was not accepted; 401 unless a vendor says otherwise. */
    default boolean rejects(ApiAnswer answer) {
        return answer.status() == 401;
    }

    /**
     * Forgets what was used for {@code rejected}, so that the next request gets a new token.
     *
     * @return false when there is nothing to renew: the credential itself is wrong
     */
    default boolean renew(ApiRequest rejected) {
        return false;
    }
}
