package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallType;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.swing.controls.Avatar;
import dev.belfry.testkit.Calls;
import dev.belfry.testkit.FakeMediaEngine;
import dev.belfry.testkit.ScriptedSignaling;
import dev.belfry.testkit.SwingExtension;
import java.awt.Toolkit;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a panel leaves behind when it is taken out of its window: nothing. */
class PanelRemovalTest {
    @RegisterExtension
    final SwingExtension swing = new SwingExtension();

    private final ScriptedSignaling line = new ScriptedSignaling(Snapshots.ALICE, Snapshots.BOB).answerByItself();
    private final FakeMediaEngine media = new FakeMediaEngine().connectByItself();
    private final CallController controller = CallController.builder(line)
            .media(media)
            .callbackExecutor(SwingUtilities::invokeLater)
            .build();
    private JFrame frame;

    @BeforeEach
    void showWindow() {
        frame = swing.show(() -> {
            CallPanel panel = new CallPanel();
            panel.setController(controller);
            return panel;
        });
    }

    @AfterEach
    void close() {
        controller.close();
    }

    private void ring() {
        line.inSession(Calls.participant(Snapshots.ALICE, true), Calls.participant(Snapshots.BOB, false));
        line.deliver(CallChange.INCOMING, Calls.ringing("s", Snapshots.BOB, Snapshots.ALICE, CallType.VIDEO));
        await().until(() -> controller.snapshot().phase() == CallPhase.INCOMING);
    }

    private void talk() {
        ring();
        controller.acceptCall("s").join();
        await().until(() -> controller.snapshot().phase() == CallPhase.ONGOING);
        GuiActionRunner.execute(() -> {});
    }

    private WeakReference<Object> removePanel() {
        return GuiActionRunner.execute(() -> {
            WeakReference<Object> panel = new WeakReference<>(frame.getContentPane());
            frame.setContentPane(new JPanel());
            frame.validate();
            return panel;
        });
    }

    @Test
    void noVideoNoTimerNoListenerIsLeft() throws Exception {
        talk();
        assertThat(media.session().localVideo().sinks()).isNotEmpty();
        assertThat(runningTimers()).isNotEmpty();
        WeakReference<Object> panel = removePanel();

        assertThat(media.session().localVideo().sinks()).isEmpty();
        assertThat(runningTimers()).isEmpty();
        assertThat(frame.getWindowListeners()).noneMatch(listener -> isOurs(listener));
        assertThat(Toolkit.getDefaultToolkit().getAWTEventListeners())
                .noneMatch(listener -> listener.toString().contains("dev.belfry.swing"));
        assertThat(controller.snapshot().phase()).isEqualTo(CallPhase.ONGOING);
        await("the panel to be collected while its controller lives").until(() -> {
            System.gc();
            return panel.get() == null;
        });
    }

    @Test
    void levelsAreShownUntilThePanelIsRemoved() {
        talk();
        String bob = Calls.participant(Snapshots.BOB, false).id();
        CallPanel panel = (CallPanel) frame.getContentPane();
        List<Avatar> avatars = GuiActionRunner.execute(() -> avatars(panel));
        assertThat(avatars).extracting(Avatar::getLevel).containsOnly(0.0);
        media.session().listener().onAudioLevel(bob, 0.75);
        await().until(() -> GuiActionRunner.execute(() -> avatars.stream().anyMatch(one -> one.getLevel() == 0.75)));

        removePanel();
        CountDownLatch heard = new CountDownLatch(1);
        controller.addSessionListener("test", new SessionListener() {
            @Override
            public void onAudioLevelChanged(Participant participant, double level) {
                if (level == 0.5) {
                    heard.countDown();
                }
            }
        });
        await().until(() -> {
            media.session().listener().onAudioLevel(bob, 0.5);
            return heard.getCount() == 0;
        });
        GuiActionRunner.execute(() ->
                assertThat(avatars).extracting(Avatar::getLevel).contains(0.75).doesNotContain(0.5));
    }

    private static List<Avatar> avatars(JPanel panel) {
        return Phone.parts(panel).stream()
                .filter(Avatar.class::isInstance)
                .map(Avatar.class::cast)
                .toList();
    }

    @Test
    void ringsStopWhileTheWindowIsHidden() throws Exception {
        ring();
        GuiActionRunner.execute(() -> {});
        assertThat(runningTimers()).isNotEmpty();
        GuiActionRunner.execute(() -> frame.setVisible(false));
        assertThat(runningTimers()).isEmpty();
        GuiActionRunner.execute(() -> frame.setVisible(true));
        assertThat(runningTimers()).isNotEmpty();
    }

    @Test
    void aPanelPutBackShowsHowThingsStandThen() {
        ring();
        GuiActionRunner.execute(() -> {
            CallPanel panel = (CallPanel) frame.getContentPane();
            frame.setContentPane(new JPanel());
            frame.setContentPane(panel);
            frame.validate();
        });

        new FrameFixture(swing.robot(), frame).button("decline").requireVisible();
    }

    @Test
    void aDoubleClickAcceptsOnce() {
        ring();
        new FrameFixture(swing.robot(), frame).button("accept").focus().doubleClick();
        await().until(() -> controller.snapshot().phase() == CallPhase.ONGOING);

        assertThat(line.sent())
                .filteredOn(command -> command.startsWith("accept"))
                .hasSize(1);
        assertThat(line.sent()).noneMatch(command -> command.startsWith("end"));
    }

    private static boolean isOurs(Object listener) {
        return listener.getClass().getName().startsWith("dev.belfry.swing");
    }

    /** Swing's queue of timers is the one place that knows of all of them; tests open its package. */
    private static List<Timer> runningTimers() throws ReflectiveOperationException {
        Class<?> type = Class.forName("javax.swing.TimerQueue");
        Method shared = type.getDeclaredMethod("sharedInstance");
        shared.setAccessible(true);
        Field queue = type.getDeclaredField("queue");
        queue.setAccessible(true);
        List<Timer> ours = new ArrayList<>();
        for (Object entry : (DelayQueue<?>) queue.get(shared.invoke(null))) {
            Method getTimer = entry.getClass().getDeclaredMethod("getTimer");
            getTimer.setAccessible(true);
            Timer timer = (Timer) getTimer.invoke(entry);
            if (Arrays.stream(timer.getActionListeners()).anyMatch(PanelRemovalTest::isOurs)) {
                ours.add(timer);
            }
        }
        return ours;
    }
}
