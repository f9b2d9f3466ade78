package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileMergeTest {

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    private static ProfileMerge.Result merge(String base, String known, String... onlyFields) {
        return ProfileMerge.merge(json(base), json(known), List.of(onlyFields));
    }

    private static void assertMerged(String base, String known, String expected) {
        assertThat(merge(base, known).profile()).isEqualTo(json(expected));
    }

    private static List<String> paths(ProfileMerge.Result result) {
        return result.changes().stream().map(Change::path).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'info':null,'skills':null,'tags':null,'text':null}",
                "{'info':{},'skills':[],'tags':[],'text':''}",
                "{'info':{'email':null,'phone':'  ','location':null,'urls':[]},'text':' '}",
                "{'info':{'location':{'text':null,'lat':null,'fields':{'city':''}},'urls':[{'type':'linkedin','url':''}]}}",
                "{'skills':[null],'experiences':[{}],'tags':[{'name':'a','value':null},{'name':'b'}]}",
                "{'skills':[{'name':null}],'experiences':[{'title':'','date_end':null}]}"
            })
    void nothingNeverWipesAnything(String nothing) {
        String base = "{'key':'k','info':{'email':'a@example.com','phone':'1','location':{'text':'Paris','lat':48.8,"
                + "'fields':{'city':'Paris'}},'urls':[{'type':'github','url':'u'}]},'text':'t',"
                + "'skills':[{'name':'java','type':'hard','value':'5'}],"
                + "'experiences':[{'title':'Nurse','date_end':'2020-01-01T00:00:00'}],"
                + "'tags':[{'name':'a','value':'1'},{'name':'b','value':'2'}]}";

        ProfileMerge.Result result = merge(base, nothing);

        assertThat(result.profile()).isEqualTo(json(base));
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void aValueWinsOverAnotherAndOverNothing() {
        assertMerged(
                "{'info':{'phone':'1','email':null,'gender':'male'}}",
                "{'info':{'phone':'2','email':'a@example.com','summary':'s'}}",
                "{'info':{'phone':'2','email':'a@example.com','gender':'male','summary':'s'}}");
    }

    @Test
    void aListOfTheSystemReplacesTheListThatHrflowHolds() {
        assertMerged(
                "{'skills':[{'name':'java'},{'name':'sql'}]}",
                "{'skills':[{'name':'go'},{'name':'sql'}]}",
                "{'skills':[{'name':'go'},{'name':'sql'}]}");
    }

    @Test
    void anElementKeepsWhatHrflowAloneKnowsOfIt() {
        assertMerged(
                "{'experiences':[{'key':'k1','title':'NURSE','company':'Acme','description':'old','date_start':"
                        + "'2018-01-01T00:00:00','skills':[{'name':'care'}],'location':{'text':'Lyon','lat':45.7}}]}",
                "{'experiences':[{'title':'Nurse','company':'Acme','description':'new','date_start':'2018-01-01T00:00:00'}]}",
                "{'experiences':[{'key':'k1','title':'Nurse','company':'Acme','description':'new','date_start':"
                        + "'2018-01-01T00:00:00','skills':[{'name':'care'}],'location':{'text':'Lyon','lat':45.7}}]}");
    }

    @Test
    void aSkillKeepsItsKindAndLevelWhenTheSystemTellsOnlyItsName() {
        ProfileMerge.Result result = merge(
                "{'skills':[{'name':'java','type':'hard','value':'5'}]}", "{'skills':[{'name':'java','value':null}]}");

        assertThat(result.changes()).isEmpty();
    }

    @Test
    void anExperienceThatGoesOnHasNoEnd() {
        ProfileMerge.Result result = merge(
                "{'experiences':[{'title':'Nurse','date_start':'2018-01-01T00:00:00','date_end':'2020-01-01T00:00:00'}]}",
                "{'experiences':[{'title':'Nurse','date_start':'2018-01-01T00:00:00','date_end':null}]}");

        assertThat(result.profile().at("/experiences/0/date_end").isNull()).isTrue();
        assertThat(paths(result)).containsExactly("experiences");
    }

    @Test
    void twoEqualTitlesAreToldApartByTheirStartWhateverTheirOrder() {
        assertMerged(
                "{'experiences':[{'key':'k1','title':'Nurse','date_start':'2015-01-01T00:00:00'}]}",
                "{'experiences':[{'title':'Nurse'},{'title':'Nurse','date_start':'2015-01-01T00:00:00'}]}",
                "{'experiences':[{'title':'Nurse'},{'key':'k1','title':'Nurse','date_start':'2015-01-01T00:00:00'}]}");
    }

    @Test
    void anExperienceWithoutTitleAndCompanyIsFoundAgainByWhatItHolds() {
        ProfileMerge.Result result = merge(
                "{'experiences':[{'key':'k1','title':null,'description':'d','location':{'text':'Paris','lat':null}}]}",
                "{'experiences':[{'description':'d','location':{'text':'Paris'}}]}");

        assertThat(result.changes()).isEmpty();
    }

    @Test
    void linksAreUnited() {
        assertMerged(
                "{'info':{'urls':[{'type':'github','url':'g'}]}}",
                "{'info':{'urls':[{'type':'linkedin','url':'l'},{'type':'github','url':'g'}]}}",
                "{'info':{'urls':[{'type':'github','url':'g'},{'type':'linkedin','url':'l'}]}}");
    }

    @Test
    void linksInTheFormOfBefore2022AreUnitedIntoAList() {
        assertMerged(
                "{'info':{'urls':{'from_resume':['r1','r2'],'linkedin':'','github':'g'}}}",
                "{'info':{'urls':[{'type':'linkedin','url':'l'}]}}",
                "{'info':{'urls':[{'type':'from_resume','url':'r1'},{'type':'from_resume','url':'r2'},"
                        + "{'type':'github','url':'g'},{'type':'linkedin','url':'l'}]}}");
    }

    @Test
    void linksThatAreAllThereChangeNothingEvenInTheOldForm() {
        ProfileMerge.Result result = merge(
                "{'info':{'urls':{'from_resume':[],'linkedin':'l'}}}",
                "{'info':{'urls':[{'type':'linkedin','url':'l'}]}}");

        assertThat(result.changes()).isEmpty();
    }

    @Test
    void linksThatTheSystemGivesInTheOldFormLoseNone() {
        assertMerged(
                "{'info':{'urls':[{'type':'github','url':'g'}]}}",
                "{'info':{'urls':{'linkedin':'l'}}}",
                "{'info':{'urls':[{'type':'github','url':'g'},{'type':'linkedin','url':'l'}]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "metadatas"})
    void namedValuesAreReplacedByNameInTheirOldPlace(String list) {
        assertMerged(
                "{'%s':[{'name':'a','value':'1'},{'name':'b','value':'2'},{'name':'c','value':null}]}".formatted(list),
                "{'%s':[{'name':'new','value':'4'},{'name':'c','value':'3'},{'name':'a','value':'0'}]}".formatted(list),
                "{'%s':[{'name':'a','value':'0'},{'name':'b','value':'2'},{'name':'c','value':'3'},{'name':'new','value':'4'}]}"
                        .formatted(list));
    }

    @Test
    void aTagIsWrittenAsTextWhateverTheFormatGave() {
        assertMerged(
                "{'tags':[]}",
                "{'tags':[{'name':'rating','value':4.5},{'name':'internal','value':false}]}",
                "{'tags':[{'name':'rating','value':'4.5'},{'name':'internal','value':'false'}]}");
    }

    @Test
    void aSecondTagOfTheSameNameIsAChange() {
        ProfileMerge.Result result = merge(
                "{'tags':[{'name':'job','value':'1'}]}",
                "{'tags':[{'name':'job','value':'1'},{'name':'job','value':'2'}]}");

        assertThat(paths(result)).containsExactly("tags.job");
    }

    @Test
    void onlyTheFieldsThatMayBeEditedAreEdited() {
        ProfileMerge.Result result = merge(
                "{'info':{'phone':'1'},'text':'t','tags':[]}",
                "{'info':{'phone':'2'},'text':'u','tags':[{'name':'a','value':'1'}],'metadatas':[{'name':'m','value':'1'}]}",
                "tags",
                "metadatas");

        assertThat(paths(result)).containsExactlyInAnyOrder("tags.a", "metadatas.m");
        assertThat(result.profile().at("/info/phone").asText()).isEqualTo("1");
        assertThat(result.profile().path("text").asText()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "id",
                "reference",
                "source",
                "source_key",
                "attachments",
                "created_at",
                "updated_at",
                "archive",
                "archived_at"
            })
    void whatHrflowManagesItselfIsNeverTouchedEvenWhenAskedFor(String field) {
        ProfileMerge.Result result = merge(
                "{'%s':'old','text':'t'}".formatted(field), "{'%s':'new','text':'t'}".formatted(field), field, "text");

        assertThat(result.changes()).isEmpty();
        assertThat(result.profile().path(field).asText()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{}", "{'city':null}"})
    void thePartsOfAPlaceAreFilledInWhateverStandsForNone(String none) {
        assertMerged(
                "{'info':{'location':{'text':'Paris','lat':null,'lng':null,'fields':%s}}}".formatted(none),
                "{'info':{'location':{'fields':{'city':'Paris'}}}}",
                "{'info':{'location':{'text':'Paris','lat':null,'lng':null,'fields':{'city':'Paris'}}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void aNewPlaceHasTheThreeMembersThatHrflowExpects(String none) {
        assertMerged(
                "{'info':{'location':%s}}".formatted(none),
                "{'info':{'location':{'text':'Paris'}}}",
                "{'info':{'location':{'text':'Paris','lat':null,'lng':null}}}");
    }

    @Test
    void halfANameDoesNotReplaceTheFullName() {
        JsonNode ada = new Profile("1").name("Ada", null).json();

        ProfileMerge.Result kept = ProfileMerge.merge(
                json("{'info':{'first_name':'Ada','last_name':'Lovelace','full_name':'Ada Lovelace'}}"),
                ada,
                List.of());
        ProfileMerge.Result filled =
                ProfileMerge.merge(json("{'info':{'first_name':'Ada','full_name':null}}"), ada, List.of());

        assertThat(kept.changes()).isEmpty();
        assertThat(filled.profile().at("/info/full_name").asText()).isEqualTo("Ada");
    }

    @Test
    void aNumberWithMoreZerosIsNoChange() {
        ProfileMerge.Result result =
                merge("{'info':{'location':{'lat':48.850,'lng':2}}}", "{'info':{'location':{'lat':48.85,'lng':2.0}}}");

        assertThat(result.changes()).isEmpty();
    }

    @Test
    void theReadProfileAndTheKnownOneStayAsTheyAre() {
        ObjectNode base = json("{'info':{'urls':[]},'tags':[{'name':'a','value':'1'}],'skills':[{'name':'x'}]}");
        ObjectNode known = json("{'info':{'urls':[{'type':'github','url':'g'}]},'tags':[{'name':'a','value':2}],"
                + "'skills':[{'name':'x','value':'3'}]}");
        String before = base.toString() + known;

        ProfileMerge.merge(base, known, List.of());

        assertThat(base.toString() + known).isEqualTo(before);
    }
}
