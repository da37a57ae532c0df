package dev.belfry.media.device;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import dev.belfry.call.spi.MediaDevice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** What FFmpeg's input devices have in common. */
final class AvDevices {
    private AvDevices() {}

    /** Returns the cameras that an input device lists, its default first; empty if it lists none or does not exist. */
    static List<MediaDevice> inputs(String format) {
        avdevice_register_all();
        AVInputFormat input = av_find_input_format(format);
        List<MediaDevice> found = new ArrayList<>();
        if (input == null) {
            return found;
        }
        try (PointerPointer<AVDeviceInfoList> result = new PointerPointer<>(1)) {
            result.put(0, null);
            int count = avdevice_list_input_sources(input, (BytePointer) null, (AVDictionary) null, result);
            if (count > 0) {
                collect(result.get(AVDeviceInfoList.class), found);
            }
            avdevice_free_list_devices(result);
        }
        return found;
    }

    /** Returns options with one more. */
    static Map<String, String> with(Map<String, String> options, String key, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(key, value);
        return Map.copyOf(more);
    }

    private static void collect(AVDeviceInfoList list, List<MediaDevice> found) {
        for (int i = 0; i < list.nb_devices(); i++) {
            AVDeviceInfo device = list.devices(i);
            if (!isVideo(device)) {
                continue;
            }
            MediaDevice camera = new MediaDevice(
                    device.device_name().getString(),
                    device.device_description().getString(),
                    MediaDevice.Kind.CAMERA);
            found.add(i == list.default_device() ? 0 : found.size(), camera);
        }
    }

    /** A device that does not say what it carries carries video. */
    private static boolean isVideo(AVDeviceInfo device) {
        int kinds = device.nb_media_types();
        for (int i = 0; i < kinds; i++) {
            if (device.media_types().get(i) == AVMEDIA_TYPE_VIDEO) {
                return true;
            }
        }
        return kinds == 0;
    }
}
