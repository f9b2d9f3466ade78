package org.hrcamel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a b, a%20b", "a/b, a%2Fb", "a+b, a%2Bb", "a%20b, a%2520b", "a&b=c?d#e, a%26b%3Dc%3Fd%23e",
                "é, %C3%A9", "€, %E2%82%AC", "😀, %F0%9F%98%80", "a:b@c, a%3Ab%40c", "`a,b;c`, a%2Cb%3Bc",
                "\"x\"[]{}|\\^, %22x%22%5B%5D%7B%7D%7C%5C%5E", "-._~, -._~", "*'()!$, %2A%27%28%29%21%24"
            })
    void encodesEveryOddCharacterOnce(String text, String encoded) {
        assertThat(Address.of("https://h").path(text)).hasToString("https://h/" + encoded);
        assertThat(Address.of("https://h").query(text, text)).hasToString("https://h?" + encoded + "=" + encoded);
    }

    @Test
    void joinsPathAndQueryToTheBase() {
        Address address = Address.of("https://h/v1/")
                .path("profiles", "42")
                .query("page", 2)
                .query("sort", Optional.of("a b"))
                .query("none", Optional.empty())
                .query("empty", "");
        assertThat(address).hasToString("https://h/v1/profiles/42?page=2&sort=a%20b&empty=");
        assertThat(address.withoutQuery()).isEqualTo("https://h/v1/profiles/42");
        assertThat(address.rawQuery()).isEqualTo("page=2&sort=a%20b&empty=");
    }

    @Test
    void leavesTheAddressItWasMadeFromAsItIs() {
        Address base = Address.of("https://h");
        base.path("a").query("b", "c");
        assertThat(base).hasToString("https://h");
    }

    @Test
    void keepsAVendorsAddressAsItStands() {
        String given = "https://h/a%2Fb/c+d?cursor=x%2By==&sig=a/b?c";
        assertThat(Address.verbatim(given)).hasToString(given);
        assertThat(Address.verbatim(given).rawQuery()).isEqualTo("cursor=x%2By==&sig=a/b?c");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a, https://h/b?c, true",
        "https://h, https://h:443/x, true",
        "HTTPS://H, https://h, true",
        "http://h:80, http://h, true",
        "https://h, http://h, false",
        "https://h, https://h:8443, false",
        "https://h, https://h.evil.example, false",
        "https://h, https://h@evil.example/, false",
        "https://h, https://h:443@evil.example/, false",
        "https://h, //h/a, false",
        "https://h, /a, false",
        "https://my_host, https://other_host, false",
        "https://my_host, https://my_host/a, true"
    })
    void tellsTheSameOriginFromAnother(String base, String other, boolean same) {
        assertThat(Address.of(base).sameOrigin(Address.verbatim(other))).isEqualTo(same);
    }
}
