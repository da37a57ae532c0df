package dev.belfry.demo.headless;

import dev.belfry.call.CallException;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.demo.hub.GivenHub;
import dev.belfry.demo.launcher.OnePhone;
import dev.belfry.demo.phone.RemoteHub;
import dev.belfry.demo.report.FlatJson;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code phone}: one user's phone on a hub, in a window, or driven by a script and judged. */
@Command(name = "phone", mixinStandardHelpOptions = true, resourceBundle = "dev.belfry.demo.headless.phone")
public final class PhoneCommand implements Callable<Integer> {
    private static final String DEVICE = "phone";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private GivenHub hub = new GivenHub();

    @Option(names = "--user", paramLabel = "NAME", required = true, descriptionKey = "user")
    private String user = "";

    @Option(names = "--headless", descriptionKey = "headless")
    private boolean headless;

    @Option(names = "--answer", descriptionKey = "answer")
    private boolean answer;

    @Option(names = "--call", paramLabel = "USER", descriptionKey = "call")
    private @Nullable String callee;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private @Nullable Integer seconds;

    @Option(names = "--wait-seconds", paramLabel = "N", defaultValue = "60", descriptionKey = "wait")
    private int waitSeconds;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "belfry-phone", descriptionKey = "out")
    private Path out = Path.of("belfry-phone");

    @Option(names = "--compare", paramLabel = "DIR", descriptionKey = "compare")
    private @Nullable Path compare;

    @Option(names = "--video", paramLabel = "FILE", descriptionKey = "video")
    private @Nullable Path video;

    @Option(names = "--codec", paramLabel = "vp8|vp9|h264", defaultValue = "vp8", descriptionKey = "codec")
    private VideoCodec codec = VideoCodec.vp8;

    /** Shows the window until it is closed, or makes the call; 0 if all of it was sound, 1 if not. */
    @Override
    public Integer call() throws IOException, InterruptedException, InvocationTargetException {
        require(headless || !GraphicsEnvironment.isHeadless(), "error.display");
        require(!headless || answer != (callee != null), "error.role");
        require(seconds == null || seconds >= 1, "error.seconds");
        require(video == null || Files.isReadable(video), "error.video");
        require(!user.isBlank(), "error.user");
        RemoteHub remote = new RemoteHub(hub.uri(), hub.apiKey());
        if (!headless) {
            new OnePhone(remote, User.of(user, user), video, codec.codec()).runUntilClosed();
            return 0;
        }
        PhoneScript script = new PhoneScript(
                user, callee, seconds, waitSeconds, Files.createDirectories(out), compare, video, codec.codec());
        return judge(script, remote) ? 0 : 1;
    }

    private boolean judge(PhoneScript script, RemoteHub remote) throws IOException, InterruptedException {
        PrintWriter print = spec.commandLine().getOut();
        SignalingClient line;
        try {
            line = remote.signIn(user, DEVICE).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CallException refusal) {
                throw new ParameterException(spec.commandLine(), refusal.getLocalizedMessage(), refusal);
            }
            throw e;
        }
        PhoneRun.Outcome outcome = new PhoneRun(script, event -> {
                    synchronized (print) {
                        print.println(event);
                        print.flush();
                    }
                })
                .run(line);
        List<String> failures = outcome.failures();
        String summary = FlatJson.of(outcome.measurements())
                .with("codec", codec.name())
                .judged(failures)
                .toString();
        Files.writeString(script.out().resolve("summary.json"), summary);
        return failures.isEmpty();
    }

    private void require(boolean met, String words) {
        if (!met) {
            throw new ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString(words));
        }
    }
}
