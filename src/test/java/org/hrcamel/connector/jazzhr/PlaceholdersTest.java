package org.hrcamel.connector.jazzhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.http.Json;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    private final Placeholders placeholders = new Placeholders(JazzhrConnector.PLACEHOLDERS.parse(
            JazzhrConnector.PLACEHOLDERS.defaultText().orElseThrow()));

    @Test
    void textsThatMeanNoValueBecomeNull() {
        ObjectNode applicant = json(
                "{'address':'Unavailable','has_cdl':'No answer','over_18':' No Answer ','location':'(No City Provided) (No State Provided) (No Postal Code Provided)'}");

        placeholders.removeFrom(applicant);

        assertThat(applicant).isEqualTo(json("{'address':null,'has_cdl':null,'over_18':null,'location':null}"));
    }

    @Test
    void thePartOfAPlaceThatIsKnownStays() {
        ObjectNode applicant = json("{'location':'Pittsburgh (No State Provided) 15212'}");

        placeholders.removeFrom(applicant);

        assertThat(applicant).isEqualTo(json("{'location':'Pittsburgh 15212'}"));
    }

    @Test
    void aTextThatOnlyContainsAPlaceholderWordStays() {
        String text = "{'notes':'Unavailable  on Mondays. No answer so far.','rating':false,'jobs':[]}";
        ObjectNode applicant = json(text);

        placeholders.removeFrom(applicant);

        assertThat(applicant).isEqualTo(json(text));
    }

    @Test
    void nestedAnswersAreTreatedAlike() {
        ObjectNode applicant = json(
                "{'questionnaire':[{'question':'Why?','answer':'No answer'},'No answer'],'jobs':{'job_title':'unavailable'}}");

        placeholders.removeFrom(applicant);

        assertThat(applicant)
                .isEqualTo(
                        json("{'questionnaire':[{'question':'Why?','answer':null},null],'jobs':{'job_title':null}}"));
    }

    @Test
    void theListIsTheOperatorsAndMayBeEmpty() {
        ObjectNode applicant = json("{'city':'k. A.','address':'Unavailable'}");

        new Placeholders(List.of("K. A.")).removeFrom(applicant);
        new Placeholders(List.of()).removeFrom(applicant);

        assertThat(applicant).isEqualTo(json("{'city':null,'address':'Unavailable'}"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
