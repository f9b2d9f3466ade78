package org.hrcamel.bench;

/** thin. */
public final class Bench {
    public static void main(String[] a) {
        Scenario s = Scenario.of("sr", a[0], Integer.parseInt(a[1]), Integer.parseInt(a[2]))
                .with("parallelism", a[3])
                .repeated(Integer.parseInt(a[4]), 3);
        if (a.length > 5) {
            for (int i = 5; i < a.length; i++) s = s.withJava(a[i]);
        }
        WarmRuns.of(s).forEach(System.out::println);
    }
}
