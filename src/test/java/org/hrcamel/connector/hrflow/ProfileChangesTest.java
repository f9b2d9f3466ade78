package org.hrcamel.connector.hrflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrcamel.connector.hrflow.ProfileMergeTest.json;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileChangesTest {

    private static List<String> changes(String before, String after) {
        return ProfileChanges.between(json(before), json(after)).stream()
                .map(change -> change.path() + ": " + change.from() + " -> " + change.to())
                .toList();
    }

    @Test
    void namesEachFieldOfAnObjectThatDiffers() {
        assertThat(changes(
                        "{'info':{'phone':'1','email':'a','location':null}}",
                        "{'info':{'phone':'2','email':'a','location':{'text':'Paris','lat':null}}}"))
                .containsExactly("info.phone: \"1\" -> \"2\"", "info.location.text: null -> \"Paris\"");
    }

    @Test
    void namesTagsByTheirNames() {
        assertThat(changes(
                        "{'tags':[{'name':'a','value':'1'},{'name':'b','value':'2'}]}",
                        "{'tags':[{'name':'a','value':'1'},{'name':'b','value':'3'},{'name':'c','value':'4'}]}"))
                .containsExactly("tags.b: \"2\" -> \"3\"", "tags.c: null -> \"4\"");
    }

    @Test
    void namesOtherListsAsAWhole() {
        assertThat(changes("{'skills':[{'name':'a'}]}", "{'skills':[{'name':'b'}]}"))
                .containsExactly("skills: [{\"name\":\"a\"}] -> [{\"name\":\"b\"}]");
    }

    @Test
    void takesAMissingFieldForANullOne() {
        assertThat(changes("{'text':null}", "{'info':null,'info2':null}")).isEmpty();
    }

    @Test
    void comparesNumbersByTheirValueInListsToo() {
        assertThat(changes("{'skills':[{'value':1.50}],'x':48.850}", "{'skills':[{'value':1.5}],'x':48.85}"))
                .isEmpty();
    }

    @Test
    void doesNotTakeATextForTheNumberItShows() {
        assertThat(changes("{'tags':[{'name':'a','value':7}]}", "{'tags':[{'name':'a','value':'7'}]}"))
                .containsExactly("tags.a: 7 -> \"7\"");
    }
}
