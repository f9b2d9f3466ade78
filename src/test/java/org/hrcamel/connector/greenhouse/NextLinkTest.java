package org.hrcamel.connector.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;
import org.hrcamel.http.Address;
import org.hrcamel.http.ApiAnswer;
import org.hrcamel.http.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {

    private static final Address PAGE = Address.verbatim("https://harvest.example.com/v1/candidates?per_page=2");

    private static Optional<String> next(String header) throws RequestFailed {
        return NextLink.of(new ApiAnswer(200, Map.of("link", header), MissingNode.getInstance()), PAGE)
                .map(Address::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://harvest.example.com/v1/candidates?ids=1,2;3&page=2>; rel=\"next\"",
                "<https://harvest.example.com/v1/candidates?ids=1,2;3&page=2>;rel=next",
                "<https://harvest.example.com/v1/candidates?page=9>; rel=\"last\","
                        + "<https://harvest.example.com/v1/candidates?ids=1,2;3&page=2>; title=\"a\"; REL=\"NEXT\"",
                "<https://harvest.example.com/v1/candidates?ids=1,2;3&page=2>; rel=\"next last\", "
                        + "<https://harvest.example.com/v1/candidates?page=1>; rel=\"prev\""
            })
    void findsTheNextPageAsItWasGiven(String header) throws RequestFailed {
        assertThat(next(header)).contains("https://harvest.example.com/v1/candidates?ids=1,2;3&page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<https://harvest.example.com/v1/candidates?page=9>; rel=\"last\"",
                "<https://harvest.example.com/v1/candidates?rel=next>; rel=\"last\"",
                "<https://harvest.example.com/v1/candidates?page=9>; rel=\"nextish\""
            })
    void findsNoneOnTheLastPage(String header) throws RequestFailed {
        assertThat(next(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://evil.example.com/v1/candidates?page=2>; rel=\"next\"",
                "<http://harvest.example.com/v1/candidates?page=2>; rel=\"next\"",
                "<not an address>; rel=\"next\""
            })
    void refusesALinkToAnotherHost(String header) {
        assertThatThrownBy(() -> next(header)).isInstanceOf(RequestFailed.class).hasMessageContaining("base-url");
    }

    @Test
    void encodesAPipeThatWasLeftInALink() throws RequestFailed {
        assertThat(next("<https://harvest.example.com/v3/candidates?updated_at=gte|2024-01-01>; rel=\"next\""))
                .contains("https://harvest.example.com/v3/candidates?updated_at=gte%7C2024-01-01");
    }
}
