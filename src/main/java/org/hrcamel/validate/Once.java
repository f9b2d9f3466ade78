package org.hrcamel.validate;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is found out when it is first asked for, and known from then on. Thread safe. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> question;
    private Optional<T> known = Optional.empty();

    Once(Supplier<T> question) {
        this.question = question;
    }

    @Override
    public synchronized T get() {
        if (known.isEmpty()) {
            known = Optional.of(question.get());
        }
        return known.get();
    }
}
