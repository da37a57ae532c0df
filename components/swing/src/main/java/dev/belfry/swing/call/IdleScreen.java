package dev.belfry.swing.call;

import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallSnapshot;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** No call that the panel could show; the last of its screens. */
final class IdleScreen implements Screen {
    private final IdleView view = new IdleView();

    @Override
    public boolean shows(CallSnapshot snapshot) {
        return true;
    }

    @Override
    public JComponent show(CallSnapshot snapshot, @Nullable CallController controller) {
        return view;
    }
}
