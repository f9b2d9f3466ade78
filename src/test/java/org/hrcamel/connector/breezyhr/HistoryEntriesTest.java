package org.hrcamel.connector.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEntriesTest {

    private static JsonNode json(String text) {
        try {
            return Json.read(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static List<ObjectNode> missing(HistoryKind kind, String wanted, String present) {
        List<ObjectNode> entries = new ArrayList<>();
        json(wanted).forEach(entry -> entries.add((ObjectNode) entry));
        return HistoryEntries.missing(kind, entries, json(present));
    }

    @Test
    void addsASecondStintAtTheSameCompany() {
        List<ObjectNode> missing = missing(
                HistoryKind.WORK_HISTORY,
                "[{'company_name':'Acme','title':'Engineer','start_year':2010},"
                        + "{'company_name':'Acme','title':'Engineer','start_year':2015}]",
                "[{'company_name':'Acme','title':'Engineer','start_date':{'month':3,'year':2010},'end_date':null}]");
        assertThat(missing).hasSize(1);
        assertThat(missing.get(0).path("start_year").asInt()).isEqualTo(2015);
    }

    @Test
    void doesNotTakeATitleForACompany() {
        assertThat(missing(
                        HistoryKind.WORK_HISTORY,
                        "[{'company_name':'Acme','title':'Engineer'}]",
                        "[{'company_name':'Engineer','title':'Acme'}]"))
                .hasSize(1);
    }

    @Test
    void takesMissingAndNullAndBlankTitlesForTheSame() {
        assertThat(
                        missing(
                                HistoryKind.EDUCATION,
                                "[{'school_name':'MIT'},{'school_name':' eth  zürich','field_of_study':'CS'}]",
                                "[{'school_name':'mit','field_of_study':null},{'school_name':'ETH Zürich','field_of_study':'cs'}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'school_name':'MIT','field_of_study':'CS'}",
                "{'school_name':'MIT','field_of_study':'CS','start_year':2008,'end_year':2012}",
                "{'school_name':'MIT','field_of_study':'CS','start_date':{'year':2008}}",
                "{'school_name':'MIT','field_of_study':'CS','start_date':2008}",
                "{'school_name':'MIT','field_of_study':'CS','start_date':'2008','degree':'BSc'}",
                "{'school_name':'MIT','field_of_study':'CS','start_date':'2008-09-01','end_date':''}"
            })
    void recognisesAnEducationInWhateverFormItsDatesAreRead(String present) {
        assertThat(missing(
                        HistoryKind.EDUCATION,
                        "[{'school_name':'MIT','field_of_study':'CS','start_year':2008,'end_year':2012}]",
                        "[" + present + "]"))
                .isEmpty();
    }

    @Test
    void letsAPresentEntryAnswerForOneWantedEntryOnly() {
        List<ObjectNode> missing = missing(
                HistoryKind.EDUCATION,
                "[{'school_name':'MIT','start_year':2008},{'school_name':'MIT','start_year':2012}]",
                "[{'school_name':'MIT'}]");
        assertThat(missing).hasSize(1);
    }

    @Test
    void pairsEntriesWithDatesBeforeThoseWithout() {
        List<ObjectNode> missing = missing(
                HistoryKind.WORK_HISTORY,
                "[{'company_name':'Acme'},{'company_name':'Acme','start_year':2015}]",
                "[{'company_name':'Acme','start_date':{'year':2015}},{'company_name':'Acme'}]");
        assertThat(missing).isEmpty();
    }

    @Test
    void addsARepeatedEntryOnce() {
        assertThat(missing(HistoryKind.EDUCATION, "[{'school_name':'MIT'},{'school_name':'MIT'}]", "null"))
                .hasSize(1);
    }

    @Test
    void leavesOutWhatBreezyIsNotKnownToTake() {
        JsonNode entry = json("{'company_name':' Acme ','title':'','summary':null,'start_year':1850,'end_year':2017,"
                + "'end_month':13,'is_current':true}");
        assertThat(HistoryEntries.accepted(HistoryKind.WORK_HISTORY, entry))
                .contains((ObjectNode) json("{'company_name':'Acme','end_year':2017}"));
    }

    @Test
    void leavesOutAnEndBeforeTheStart() {
        JsonNode entry = json("{'school_name':'MIT','start_year':2012,'end_year':11}");
        assertThat(HistoryEntries.accepted(HistoryKind.EDUCATION, entry))
                .contains((ObjectNode) json("{'school_name':'MIT','start_year':2012}"));
        JsonNode sameYear =
                json("{'company_name':'Acme','start_month':5,'start_year':2012,'end_month':4,'end_year':2012}");
        assertThat(HistoryEntries.accepted(HistoryKind.WORK_HISTORY, sameYear))
                .contains((ObjectNode) json("{'company_name':'Acme','start_month':5,'start_year':2012}"));
    }

    @Test
    void acceptsNoEntryWithoutSchoolOrCompany() {
        assertThat(HistoryEntries.accepted(HistoryKind.EDUCATION, json("{'field_of_study':'CS'}")))
                .isEmpty();
        assertThat(HistoryEntries.accepted(HistoryKind.WORK_HISTORY, json("{'company_name':null}")))
                .isEmpty();
    }
}
