package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts transitions into few words: {@code Ended(ended/3 HANG_UP false) <- CloseSession(false) NotifyCall(...)}. */
final class Words {
    private Words() {}

    static String of(CallState before, Transition transition) {
        String state = transition.state().equals(before) ? "=" : of(transition.state());
        List<String> effects =
                transition.effects().stream().map(effect -> of(effect)).toList();
        return effects.isEmpty() ? state : state + " <- " + String.join(" ", effects);
    }

    private static String of(@Nullable Object value) {
        if (value == null) {
            return "-";
        } else if (value instanceof Call call) {
            return call.status().name().toLowerCase(Locale.ROOT) + "/" + call.version();
        } else if (value instanceof CallException error) {
            return error.code().name();
        } else if (value instanceof CallRequest request) {
            return request.type().name().toLowerCase(Locale.ROOT);
        } else if (value instanceof Record part) {
            return ofRecord(part);
        }
        return value.toString();
    }

    private static String ofRecord(Record part) {
        List<String> words = new ArrayList<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                words.add(of(component.getAccessor().invoke(part)));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        String name = part.getClass().getSimpleName();
        return words.isEmpty() ? name : name + "(" + String.join(" ", words) + ")";
    }
}
