package dev.belfry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Fails where a type shows in a public or protected signature. */
final class KeepOutOfSignatures extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> hidden;
    private final Set<String> exceptions;

    /**
     * Creates the condition.
     *
     * @param exceptions the full names of members that may show such a type
     */
    KeepOutOfSignatures(DescribedPredicate<JavaClass> hidden, String... exceptions) {
        super("keep types that " + hidden.getDescription() + " out of public signatures");
        this.hidden = hidden;
        this.exceptions = Set.of(exceptions);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaMember member : type.getMembers()) {
            if (isVisible(member)
                    && !exceptions.contains(member.getFullName())
                    && typesIn(member).anyMatch(hidden)) {
                events.add(SimpleConditionEvent.violated(member, member.getDescription() + " shows a wrapped library"));
            }
        }
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> typesIn(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.concat(
                code.getReturnType().getAllInvolvedRawTypes().stream(),
                code.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }
}
