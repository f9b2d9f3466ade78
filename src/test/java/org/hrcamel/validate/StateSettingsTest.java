package org.hrcamel.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.hrcamel.workflow.Problem;
import org.hrcamel.workflow.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSettingsTest {

    private static Settings settings(String url) {
        return Settings.parse(
                Path.of("/etc/hrcamel/application.properties"), "hrcamel.state.url = " + url, List.of(), name -> null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:data/hrcamel.db",
                "jdbc:postgresql://db.example.com/hrcamel?password=a%25b/c&sslmode=require",
                "jdbc:postgresql://db.example.com/hrcamel",
                "jdbc:postgresql://db1:5432,db2:5432/hrcamel?targetServerType=primary&user=a@b",
                "jdbc:postgresql://[::1]:5432/hrcamel",
                "jdbc:postgresql://db.example.com/",
                "jdbc:postgresql:hrcamel"
            })
    void takesWhereAStateMayBe(String url) throws SQLException {
        assertThat(RuntimeSettings.problems(settings(url))).isEmpty();
        assertThat(DriverManager.getDriver(url)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://hush/hrcamel",
                "jdbc:sqlite::memory:hush",
                "jdbc:postgresql://anna:hush@db.example.com/hrcamel",
                "jdbc:postgresql://anna:hu/sh@db.example.com/hrcamel",
                "jdbc:postgresql://db.example.com/hrcamel/hush",
                "jdbc:postgresql://db.example.com:port/hrcamel?password=hush",
                "jdbc:postgresql://db.example.com/hrcamel?password=100%hush"
            })
    void refusesWhatNoDriverTakesWithoutShowingIt(String url) {
        List<Problem> problems = RuntimeSettings.problems(settings(url));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("hrcamel.state.url")
                        .doesNotContain("hush"));
    }

    @Test
    void findsTheFileOfSqliteBesideTheSettings() {
        StateSettings state = StateSettings.of(settings("jdbc:sqlite:kept/state.db"));

        assertThat(state.options().location()).isEqualTo("jdbc:sqlite:/etc/hrcamel/kept/state.db");
    }
}
