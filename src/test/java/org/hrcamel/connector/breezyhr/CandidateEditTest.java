package org.hrcamel.connector.breezyhr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrcamel.http.Json;
import org.hrcamel.workflow.Change;
import org.junit.jupiter.api.Test;

class CandidateEditTest {

    private static final List<String> NETWORKS = List.of("facebook", "github", "linkedin", "twitter");

    private static JsonNode json(String text) {
        try {
            return Json.read(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static CandidateEdit edit(String candidate, String form) {
        return CandidateEdit.of(json(candidate), json(form), NETWORKS);
    }

    @Test
    void sendsOnlyWhatChangedAndTheSourceWithIt() {
        CandidateEdit edit = edit(
                "{'name':'Ada','headline':null,'summary':'Old','source':{'id':'l','name':'LinkedIn'}}",
                "{'reference':'1','name':'Ada','headline':'Engineer','summary':'','phone_number':null,'education':[]}");
        assertThat(edit.body()).isEqualTo(json("{'headline':'Engineer','source':'LinkedIn'}"));
        assertThat(edit.changes()).extracting(Change::path).containsExactly("headline");
    }

    @Test
    void hasNothingToSendWhenOnlyTheWritingDiffers() {
        CandidateEdit edit = edit(
                "{'email_address':'Ada@Example.com','summary':'a\\r\\nb','tags':['Java'],"
                        + "'social_profiles':[{'type':'linkedin','url':'https://l/in/x/'}]}",
                "{'email_address':'ada@example.com','summary':'a\\nb','tags':['java'],"
                        + "'social_profiles':{'linkedin':'https://l/in/x'}}");
        assertThat(edit.changes()).isEmpty();
    }

    @Test
    void unitesTagsAndKeepsThePresentOnes() {
        CandidateEdit edit = edit("{'tags':['imported','java']}", "{'tags':['Java','sql','sql',null]}");
        assertThat(edit.body().path("tags")).isEqualTo(json("['imported','java','sql']"));
    }

    @Test
    void readsNullTagsLinksAndSourceAsNone() {
        CandidateEdit edit = edit(
                "{'tags':null,'social_profiles':null,'source':null,'custom_attributes':null}",
                "{'tags':['sql'],'social_profiles':{'github':'https://g/x'}}");
        assertThat(edit.body()).isEqualTo(json("{'tags':['sql'],'social_profiles':{'github':'https://g/x'}}"));
    }

    @Test
    void sendsLinksOfSupportedNetworksAsAMapWithThePresentOnes() {
        CandidateEdit edit = edit(
                "{'social_profiles':[{'type':'facebook','typeId':'facebook','url':'https://f/x'},{'type':'xing','url':'https://x/x'}]}",
                "{'social_profiles':{'linkedin':'https://l/x','xing':'https://x/y'}}");
        assertThat(edit.body().path("social_profiles"))
                .isEqualTo(json("{'facebook':'https://f/x','linkedin':'https://l/x'}"));
        assertThat(edit.changes()).extracting(Change::path).containsExactly("social_profiles.linkedin");
    }

    @Test
    void leavesNothingWithoutTheLinksWhenTheyAreAllThatChanged() {
        String candidate = "{'name':'Ada','source':{'name':'LinkedIn'}}";
        String links = "'social_profiles':{'github':'https://g/x'}";
        assertThat(edit(candidate, "{" + links + "}").bodyWithout("social_profiles"))
                .isEmpty();
        assertThat(edit(candidate, "{'name':'Ada B'," + links + "}").bodyWithout("social_profiles"))
                .isEqualTo(json("{'name':'Ada B','source':'LinkedIn'}"));
    }

    @Test
    void sendsTheSourceOfAWorkflowsOwnFormat() {
        CandidateEdit edit = edit("{'source':{'name':'LinkedIn'}}", "{'source':'HrFlow'}");
        assertThat(edit.body()).isEqualTo(json("{'source':'HrFlow'}"));
        assertThat(edit("{'source':'HrFlow'}", "{'source':'HrFlow'}").changes()).isEmpty();
    }

    @Test
    void mergesCustomAttributesByName() {
        CandidateEdit edit = edit(
                "{'custom_attributes':[{'id':'c1','name':'Salary','value':'1','secure':true},{'id':'c2','name':'Shift','value':'night'}]}",
                "{'custom_attributes':[{'name':'Salary','value':'2'},{'name':'Shift','value':null}]}");
        assertThat(edit.body().path("custom_attributes"))
                .isEqualTo(json("[{'name':'Salary','value':'2','secure':true},{'name':'Shift','value':'night'}]"));
        assertThat(edit.changes()).extracting(Change::path).containsExactly("custom_attributes.Salary");
    }
}
