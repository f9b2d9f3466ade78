package org.hrcamel.sandbox.flatchr;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrcamel.sandbox.RawHttp.Answer;
import org.hrcamel.sandbox.SimulatedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlatchrCvTest {

    private final FlatchrAccount account = new FlatchrAccount();

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void theKeyOfTheDetailOpensTheFile() {
        Answer file = account.cv(0);

        assertThat(file.header("content-type")).isEqualTo("application/pdf");
        assertThat(file.response().body()).isEqualTo(SimulatedFiles.resume(0));
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void aKeyMayNeedPercentEncoding() {
        String key =
                account.detail(1, 0).path("candidate").path("aws").path("key").asText();

        assertThat(key).contains(" ", "+", "&", "é");
        assertThat(account.cv(1).response().body()).isEqualTo(SimulatedFiles.resume(1));
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void aKeyThatIsNotEncodedIsNoted() {
        String key =
                account.detail(0, 0).path("candidate").path("aws").path("key").asText();

        account.http.get(account.cvUrl("", "pdf").replace("key=", "key=" + key));

        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void theFileIsElsewhereWhenSwitchedSo() {
        account.flatchr.cvRedirect(true);

        Answer answer = account.cv(0);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(account.http.get(answer.header("location")).response().body())
                .isEqualTo(SimulatedFiles.resume(0));
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void theSignatureIsAForeignAddressWithoutScheme() {
        String signature = signature(0);

        Answer file = account.http.get("http://" + signature);

        assertThat(signature).startsWith("localhost:").contains("X-Amz-Expires=86400");
        assertThat(file.response().body()).isEqualTo(SimulatedFiles.resume(0));
        assertThat(account.violations()).isEmpty();
    }

    @Test
    void theSignatureIsAnotherOneAtEachReading() {
        assertThat(signature(0)).isNotEqualTo(signature(0));
    }

    @Test
    void theRouteFailsForSomeWhileTheSignatureWorks() {
        account.flatchr.strictCvPace(false);

        Answer page = account.cv(3);
        Answer gone = account.cv(9);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(gone.status()).isEqualTo(404);
        for (int person : new int[] {3, 7, 9}) {
            assertThat(account.http.get("http://" + signature(person)).status()).isEqualTo(200);
        }
    }

    @Test
    void anUnknownKeyOrExtensionIsNotFound() {
        account.flatchr.strictCvPace(false);

        String key =
                account.detail(0, 0).path("candidate").path("aws").path("key").asText();

        assertThat(account.http.get(account.cvUrl("candidates/none", "pdf")).status())
                .isEqualTo(404);
        assertThat(account.http.get(account.cvUrl(key, "docx")).status()).isEqualTo(404);
    }

    @Test
    void theRouteWantsTheTokenInTheQuery() {
        String bare = account.company("/files/expire?key=k&extension=pdf");

        assertThat(account.http
                        .get(bare, "Authorization", FlatchrAccount.BEARER)
                        .status())
                .isEqualTo(401);
        assertThat(account.http.get(bare + "&token=expired").status()).isEqualTo(401);
        assertThat(account.violations()).hasSize(1);
    }

    @Test
    void aSecondCallWithinASecondIsRefused() {
        int first = account.cv(0).status();
        Answer tooSoon = account.cv(0);
        account.clock.now = account.clock.now.plusMillis(999);
        int stillTooSoon = account.cv(0).status();
        account.clock.now = account.clock.now.plusMillis(1);
        int later = account.cv(0).status();

        assertThat(new int[] {first, tooSoon.status(), stillTooSoon, later}).containsExactly(200, 429, 429, 200);
        assertThat(tooSoon.header("retry-after")).isNull();
        assertThat(account.violations()).hasSize(2);
    }

    @Test
    void thePaceIsFreeWhenSwitchedSo() {
        account.flatchr.strictCvPace(false);

        assertThat(account.cv(0).status()).isEqualTo(200);
        assertThat(account.cv(0).status()).isEqualTo(200);
    }

    @Test
    void theCvAddressOfTheCandidateIsPrivateAndNoted() {
        String cv = account.detail(0, 0).path("candidate").path("cv").asText();

        assertThat(account.http.get(cv).status()).isEqualTo(403);
        assertThat(account.violations()).hasSize(1);
    }

    private String signature(int person) {
        return account.detail(person, 0)
                .path("candidate")
                .path("aws")
                .path("signature")
                .asText();
    }
}
