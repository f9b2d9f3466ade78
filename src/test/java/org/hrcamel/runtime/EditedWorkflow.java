package org.hrcamel.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hrcamel.workflow.RunRequest;

/** One workflow that is edited at random, and what may run of it by the runtime's promises. */
final class EditedWorkflow {

    private static final SeenVersion NONE = null;

    private final LiveFolder live;
    private final String id;
    private final String shipped;
    private int versions;
    private int text;
    private int mark;
    private boolean textSound = true;
    private boolean settingsSound = true;
    private boolean enabled = true;
    private boolean present = true;
    /** Sound versions that stood in the files since it was last seen which one runs, with that one. */
    private final Set<SeenVersion> allowed = new HashSet<>();

    EditedWorkflow(LiveFolder live, String id) {
        this.live = live;
        this.id = id;
        this.shipped = live.text(id);
        save();
        mark(0);
        noted();
    }

    String id() {
        return id;
    }

    private void save() {
        live.save(id, SeenVersion.tell(shipped, id, text));
    }

    private void mark(int number) {
        mark = number;
        live.set("mark." + id, String.valueOf(number));
    }

    /** One edit, good or bad. */
    void edit(Random random) {
        int number = ++versions;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> saveText(number, random.nextBoolean());
            case 3 -> saveUnsound(random);
            case 4 -> saveHalf(number);
            case 5, 6 -> mark(number);
            case 7 -> toggleUnsoundSetting(random);
            case 8 -> {
                enabled = !enabled;
                live.set("workflow." + id + ".enabled", String.valueOf(enabled));
            }
            default -> {
                if (present) {
                    live.delete(id);
                    present = false;
                } else {
                    saveText(number, true);
                }
            }
        }
        noted();
    }

    private void saveText(int number, boolean rename) {
        text = number;
        textSound = true;
        present = true;
        String route = SeenVersion.tell(shipped, id, text);
        if (rename) {
            live.saveByRename(id, route);
        } else {
            live.save(id, route);
        }
    }

    private void saveUnsound(Random random) {
        String sound = SeenVersion.tell(shipped, id, text);
        List<String> unsound = List.of(
                sound.substring(0, sound.indexOf("idempotentConsumer")),
                sound.replace("-update\n", "-updat\n"),
                sound.replace("streaming: true", "streeming: true"),
                sound.replace("\n      steps:", "\n     steps: ["),
                sound.replace("route:\n    id: ", "route:\n    id: other-"),
                "");
        live.save(id, unsound.get(random.nextInt(unsound.size())));
        textSound = false;
        present = true;
    }

    /** As a slow editor or network does; the half is no version, since nobody meant it. */
    private void saveHalf(int number) {
        String route = SeenVersion.tell(shipped, id, number);
        live.save(id, route.substring(0, route.length() / 2));
        saveText(number, false);
    }

    private void toggleUnsoundSetting(Random random) {
        settingsSound = !settingsSound;
        live.set("workflow." + id + ".parallelism", settingsSound ? "4" : random.nextBoolean() ? "many" : "1000");
    }

    /** Mends everything. */
    void mend() {
        if (!settingsSound) {
            settingsSound = true;
            live.set("workflow." + id + ".parallelism", "4");
        }
        enabled = true;
        live.set("workflow." + id + ".enabled", "true");
        saveText(++versions, true);
        mark(versions);
        noted();
    }

    private void noted() {
        if (!present || !enabled) {
            allowed.add(NONE);
        } else if (textSound && settingsSound) {
            allowed.add(new SeenVersion(text, mark));
        }
    }

    /** Whether what is in the files is what runs, or, if that is unsound, a sound version that stood there last. */
    boolean isSettled() {
        boolean wantsNone = !present || !enabled;
        boolean sound = textSound && settingsSound;
        SeenVersion.forget(id);
        if (present && enabled && sound == isToldToBeBroken()) {
            return false;
        }
        boolean runs =
                live.operations().workflow(id).filter(WorkflowView::deployed).isPresent();
        if (!runs) {
            return wantsNone || !sound && allowed.contains(NONE);
        }
        SeenVersion seen = run();
        boolean asWanted = sound ? new SeenVersion(text, mark).equals(seen) : allowed.contains(seen);
        if (wantsNone || !asWanted) {
            return false;
        }
        allowed.clear();
        allowed.add(seen);
        return true;
    }

    private boolean isToldToBeBroken() {
        return live.operations()
                .workflow(id)
                .map(WorkflowView::isBroken)
                .orElseGet(() -> !live.operations().problems().isEmpty());
    }

    private SeenVersion run() {
        live.operations().run(id, RunRequest.AS_SET);
        for (int i = 0; i < 1000; i++) {
            SeenVersion seen = SeenVersion.last(id);
            if (seen != null) {
                return seen;
            }
            Thread.onSpinWait();
        }
        return SeenVersion.last(id);
    }

    @Override
    public String toString() {
        return "%s: present %s, enabled %s, text %d sound %s, mark %d, settings sound %s; allowed %s, seen %s, as it is: %s %s"
                .formatted(
                        id,
                        present,
                        enabled,
                        text,
                        textSound,
                        mark,
                        settingsSound,
                        allowed,
                        SeenVersion.last(id),
                        live.operations().workflow(id),
                        live.operations().problems());
    }
}
