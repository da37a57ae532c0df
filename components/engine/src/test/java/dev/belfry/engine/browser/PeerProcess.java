package dev.belfry.engine.browser;

import dev.belfry.rtc.session.Description;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.SignaledCandidate;
import dev.belfry.rtc.stats.InboundRtpStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One side of a call as a program of its own: writes its signals to standard output, a line each, and reads the other's
 * from standard input. The line {@code report} has it say what it saw and heard; {@code end} ends it.
 */
final class PeerProcess {
    private static final long SIGNALS_MILLIS = 20;

    private final BelfryPeer peer;
    private final PrintStream out;

    private PeerProcess(BelfryPeer peer, PrintStream out) {
        this.peer = peer;
        this.out = out;
    }

    /** Runs a side: {@code polite} or {@code impolite}. */
    public static void main(String[] arguments) throws Exception {
        boolean polite = arguments[0].equals("polite");
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
        try (BelfryPeer peer = new BelfryPeer(PeerConnectionOptions.of(polite))) {
            PeerProcess process = new PeerProcess(peer, System.out);
            peer.sendTone("call", polite ? 1000 : 440);
            peer.sendPicture("call", 640, 360, polite ? Corners.BLUE_FIRST : Corners.RED_FIRST);
            peer.start();
            var unused = teller.scheduleAtFixedRate(process::tell, 0, SIGNALS_MILLIS, TimeUnit.MILLISECONDS);
            process.listen(polite);
        } finally {
            teller.shutdownNow();
        }
    }

    private void listen(boolean polite) throws IOException {
        Corners wanted = polite ? Corners.RED_FIRST : Corners.BLUE_FIRST;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
            if (line.equals("restart")) {
                peer.restartReading();
            } else if (line.equals("report")) {
                say("sees " + peer.sees(wanted) + " hears " + peer.hears(polite ? 440 : 1000));
                say("gap "
                        + peer.seen().stream()
                                .mapToDouble(Seen::longestGapMillis)
                                .max()
                                .orElse(-1));
                say("frames " + peer.seen().stream().mapToInt(Seen::frames).sum());
                say("lost "
                        + peer.statistics().all(InboundRtpStats.class).stream()
                                .mapToLong(InboundRtpStats::packetsLost)
                                .sum());
            } else {
                peer.receive(read(line));
            }
        }
    }

    private void tell() {
        peer.take().forEach(signal -> say(write(signal)));
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String write(Signal signal) {
        if (signal instanceof Signal.Described described) {
            return "description " + described.description().type() + " "
                    + Base64.getEncoder()
                            .encodeToString(described.description().sdp().getBytes(StandardCharsets.UTF_8));
        }
        SignaledCandidate candidate = ((Signal.Found) signal).candidate();
        return String.join(
                "\t",
                "candidate",
                String.valueOf(candidate.mid()),
                Integer.toString(candidate.mLineIndex()),
                String.valueOf(candidate.ufrag()),
                candidate.candidate() + ";");
    }

    private static Signal read(String line) {
        String[] words = line.split("[ \t]", 2);
        if (words[0].equals("description")) {
            String[] parts = words[1].split(" ", 2);
            return new Signal.Described(new Description(
                    Description.Type.valueOf(parts[0]),
                    new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        }
        String[] parts = words[1].split("\t", 4);
        return new Signal.Found(new SignaledCandidate(
                parts[3].substring(0, parts[3].length() - 1),
                parts[0].equals("null") ? null : parts[0],
                Integer.parseInt(parts[1]),
                parts[2].equals("null") ? null : parts[2]));
    }
}
