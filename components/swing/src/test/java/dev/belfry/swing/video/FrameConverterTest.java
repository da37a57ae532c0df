package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.spi.PictureScaler;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FrameConverterTest {
    private final TripleBuffer<Picture> pictures = new TripleBuffer<>(Picture::new);
    private final Presentation presentation = new Presentation();
    private final GridScaler scaler = new GridScaler();
    private final AtomicInteger firsts = new AtomicInteger();
    private final AtomicInteger handed = new AtomicInteger();

    @Test
    void convertsNothingForAViewWithoutASize() {
        FrameConverter converter = converter(() -> scaler);
        converter.onFrame(new PlainFrame(640, 360));
        converter.onFrame(new PlainFrame(640, 360));
        assertThat(firsts).hasValue(1);
        assertThat(handed).hasValue(0);
        assertThat(scaler.conversions).hasValue(0);
        converter.close();
        assertThat(scaler.closed).hasValue(0);
    }

    @Test
    void allocatesNothingOnceItRuns() {
        FrameConverter converter = converter(() -> scaler);
        PlainFrame frame = new PlainFrame(640, 360).rotated(90);
        presentation.setBox(160, 90);
        presentation.setMirrored(true);
        long warm = allocatedBytesOf(converter, frame, 2000);
        long bytes = allocatedBytesOf(converter, frame, 2000);
        assertThat(scaler.conversions).hasValue(4000);
        assertThat(bytes / 2000).as("bytes a frame; %d while warming up", warm).isLessThanOrEqualTo(2);
        converter.close();
        assertThat(scaler.closed).hasValue(1);
    }

    @Test
    void aScalerThatCannotBeMadeIsTheTracksToHear() {
        FrameConverter converter = converter(() -> {
            throw new IllegalStateException("no natives");
        });
        presentation.setBox(160, 90);
        assertThatThrownBy(() -> converter.onFrame(new PlainFrame(640, 360))).hasMessage("no natives");
        assertThat(pictures.take()).isFalse();
        converter.close();
    }

    private FrameConverter converter(Supplier<PictureScaler> scalers) {
        return new FrameConverter(scalers, pictures, presentation, firsts::incrementAndGet, handed::incrementAndGet);
    }

    private long allocatedBytesOf(FrameConverter converter, PlainFrame frame, int count) {
        long before = allocatedBytes();
        for (int i = 0; i < count; i++) {
            presentation.countPainted();
            converter.onFrame(frame);
        }
        return allocatedBytes() - before;
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
