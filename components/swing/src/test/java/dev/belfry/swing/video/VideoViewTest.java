package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.testkit.FakeVideoTrack;
import dev.belfry.testkit.SwingExtension;
import java.awt.Color;
import java.awt.Dimension;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.accessibility.AccessibleRole;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.edt.GuiQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VideoViewTest {
    @RegisterExtension
    final SwingExtension swing = new SwingExtension();

    private final FakeVideoTrack track = new FakeVideoTrack();
    private final GridScaler scaler = new GridScaler();
    private final PlainFrame frame = new PlainFrame(640, 360).numbered(41, 1234);
    private final AtomicInteger scalersMade = new AtomicInteger();
    private final AtomicInteger paints = new AtomicInteger();
    private VideoView view = new VideoView();
    private JFrame window = new JFrame();

    @BeforeEach
    void showAView() {
        window = swing.show(() -> {
            view = new VideoView(() -> {
                scalersMade.incrementAndGet();
                return scaler;
            });
            view.setPreferredSize(new Dimension(320, 180));
            view.setTrack(track);
            view.setPaintListener((source, sequence, nanos) -> paints.incrementAndGet());
            return view;
        });
    }

    @Test
    void hasTheBackgroundOfTheThemesStage() {
        GuiActionRunner.execute(() -> {
            UIManager.put("Belfry.stage.background", Color.MAGENTA);
            try {
                assertThat(new VideoView().getBackground()).isEqualTo(Color.MAGENTA);
            } finally {
                UIManager.put("Belfry.stage.background", null);
            }
        });
    }

    @Test
    void paintsAFrameOnceAndTellsWhich() throws InterruptedException {
        List<Object> told = new ArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        GuiActionRunner.execute(() -> view.setPaintListener((source, sequence, nanos) -> {
            told.addAll(List.of(source, sequence, nanos, SwingUtilities.isEventDispatchThread()));
            heard.countDown();
        }));
        track.push(frame);
        assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
        GuiActionRunner.execute(() -> view.paintImmediately(0, 0, 320, 180));
        assertThat(told).containsExactly(view, 41L, 1234L, true);
        assertThat(view.framesReceived()).isEqualTo(1);
        assertThat(onEdt(view::framesPainted)).isEqualTo(1L);
    }

    @Test
    void framesThatComeWhileTheEventThreadIsBusyArePaintedAsOne() {
        GuiActionRunner.execute(() -> {
            for (int i = 0; i < 20; i++) {
                track.push(frame);
            }
        });
        await().pollInSameThread().until(() -> paints.get() >= 1);
        GuiActionRunner.execute(() -> {});
        assertThat(paints).hasValue(1);
        assertThat(view.framesReceived()).isEqualTo(20);
        assertThat(scaler.conversions).hasValue(20);
    }

    @Test
    void keepsNoFrame() {
        track.push(frame);
        frame.release();
        assertThat(frame.recycled).hasValue(1);
    }

    @Test
    void removalReleasesTheTrackAndTheScalerAndReturnTakesNewOnes() {
        pushUntilPainted(1);
        GuiActionRunner.execute(() -> window.setContentPane(new JPanel()));
        assertThat(track.sinks()).isEmpty();
        assertThat(scaler.closed).hasValue(1);
        GuiActionRunner.execute(() -> {
            window.setContentPane(view);
            window.validate();
        });
        assertThat(track.sinks()).hasSize(1);
        pushUntilPainted(2);
        assertThat(scalersMade).hasValue(2);
        GuiActionRunner.execute(window::dispose);
        assertThat(track.sinks()).isEmpty();
        assertThat(scaler.closed).hasValue(2);
    }

    @Test
    void aHiddenViewConvertsNothing() {
        pushUntilPainted(1);
        GuiActionRunner.execute(() -> view.setVisible(false));
        int before = scaler.conversions.get();
        track.push(frame);
        assertThat(scaler.conversions).hasValue(before);
        GuiActionRunner.execute(() -> view.setVisible(true));
        pushUntilPainted(2);
    }

    @Test
    void aViewThatIsNotPaintedForLongConvertsNoMoreUntilItIs() {
        pushUntilPainted(1);
        GuiActionRunner.execute(() -> {
            int before = scaler.conversions.get();
            for (int i = 0; i < 100; i++) {
                track.push(frame);
            }
            assertThat(scaler.conversions.get() - before).isEqualTo(30);
        });
        pushUntilPainted(paints.get() + 2);
    }

    @Test
    void nothingIsConvertedWithoutATrackAndTheStageIsEmpty() {
        pushUntilPainted(1);
        GuiActionRunner.execute(() -> view.setTrack(null));
        assertThat(track.sinks()).isEmpty();
        assertThat(scaler.closed).hasValue(1);
        assertThat(onEdt(() -> view.snapshot() == null)).isTrue();
        assertThat(onEdt(view::isReceiving)).isFalse();
    }

    @Test
    void aTrackWithFramesIsToldEvenToAHiddenView() throws InterruptedException {
        CountDownLatch receiving = new CountDownLatch(1);
        GuiActionRunner.execute(() -> {
            view.setVisible(false);
            view.addPropertyChangeListener(VideoView.RECEIVING, e -> receiving.countDown());
        });
        assertThat(onEdt(view::isReceiving)).isFalse();
        track.push(frame);
        assertThat(receiving.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(onEdt(view::isReceiving)).isTrue();
        assertThat(scaler.conversions).hasValue(0);
    }

    @Test
    void paintingAllocatesNoMoreThanSwingItself() {
        pushUntilPainted(1);
        long[] bytes = new long[1];
        GuiActionRunner.execute(() -> {
            for (int i = 0; i < 2000; i++) {
                view.paintImmediately(0, 0, 320, 180);
            }
            long edt = Thread.currentThread().getId();
            long before = allocated(edt);
            for (int i = 0; i < 200; i++) {
                track.push(frame);
                view.paintImmediately(0, 0, 320, 180);
            }
            bytes[0] = (allocated(edt) - before) / 200;
        });
        assertThat(bytes[0]).isLessThanOrEqualTo(4096);
    }

    @Test
    void isABeanWithSenseForItsArguments() {
        GuiActionRunner.execute(() -> {
            VideoView bean = new VideoView();
            assertThat(bean.getPreferredSize()).isEqualTo(new Dimension(320, 180));
            assertThat(bean.getAccessibleContext().getAccessibleRole()).isEqualTo(AccessibleRole.CANVAS);
            assertThat(bean.getFit()).isEqualTo(Fit.CONTAIN);
            assertThatThrownBy(() -> bean.setDimming(1.5f)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bean.setDimming(Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    private void pushUntilPainted(int count) {
        await().pollInSameThread().until(() -> {
            track.push(frame);
            return paints.get() >= count;
        });
    }

    private static long allocated(long thread) {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(thread);
    }

    private static <T> T onEdt(java.util.concurrent.Callable<T> query) {
        T result = GuiActionRunner.execute(new GuiQuery<T>() {
            @Override
            protected T executeInEDT() throws Exception {
                return query.call();
            }
        });
        assertThat(result).isNotNull();
        return result;
    }
}
