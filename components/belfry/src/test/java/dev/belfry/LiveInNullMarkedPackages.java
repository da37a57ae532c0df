package dev.belfry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Fails for a class whose package says nothing about null. */
final class LiveInNullMarkedPackages extends ArchCondition<JavaClass> {
    LiveInNullMarkedPackages() {
        super("live in a package with a @NullMarked package-info");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
        }
    }
}
