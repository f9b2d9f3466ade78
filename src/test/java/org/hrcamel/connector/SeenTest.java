package org.hrcamel.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final int MANY = 300_000;

    @Test
    void knowsEveryRowOfALongListing() {
        Seen seen = Seen.all();
        assertThat(IntStream.range(0, MANY).allMatch(row -> seen.add("row " + row)))
                .isTrue();

        assertThat(IntStream.range(0, MANY).noneMatch(row -> seen.add("row " + row)))
                .isTrue();
        assertThat(seen.add("another row")).isTrue();
    }

    @Test
    void keepsNoMoreThanAHashOfEachRow() {
        Seen seen = Seen.all();
        IntStream.range(0, MANY).forEach(row -> seen.add("row " + row));

        assertThat(seen.bytes() / MANY).isLessThanOrEqualTo(64);
    }

    @Test
    void knowsTheLatestRowsHoweverLongTheListing() {
        Seen seen = Seen.latest();
        IntStream.range(0, MANY).forEach(row -> seen.add("row " + row));

        assertThat(IntStream.range(MANY - Seen.LATEST, MANY).noneMatch(row -> seen.add("row " + row)))
                .isTrue();
    }

    @Test
    void leavesOutEveryRowOfAListingThatIsBegunAgainAfterNearlyAHundredThousandRows() {
        int rows = 2 * Seen.LATEST;
        Seen seen = Seen.latest();
        IntStream.range(0, rows).forEach(row -> seen.add("row " + row));

        assertThat(rows).isGreaterThan(98_000);
        assertThat(IntStream.range(0, rows).noneMatch(row -> seen.add("row " + row)))
                .isTrue();
        assertThat(seen.add("the next row")).isTrue();
    }

    @Test
    void theLatestRowsTakeNoMoreMemoryThanTwoMegabytesHoweverLongTheListing() {
        Seen seen = Seen.latest();
        IntStream.range(0, MANY).forEach(row -> seen.add("row " + row));

        assertThat(seen.bytes()).isLessThanOrEqualTo(2 << 20);
    }

    @Test
    void hashesOfZerosAreToldApartFromFreeSlots() {
        Hashes hashes = new Hashes();
        assertThat(hashes.contains(0, 0)).isFalse();
        assertThat(hashes.add(0, 0)).isTrue();
        assertThat(hashes.add(0, 0)).isFalse();
        assertThat(hashes.contains(0, 0)).isTrue();
    }

    @Test
    void hashesThatDifferInEitherHalfAreToldApart() {
        Hashes hashes = new Hashes();
        hashes.add(5, 7);

        assertThat(hashes.contains(5, 8)).isFalse();
        assertThat(hashes.contains(5 + (1L << 40), 7)).isFalse();
        assertThat(hashes.contains(5, 7)).isTrue();
    }
}
