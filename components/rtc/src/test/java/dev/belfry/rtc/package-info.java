/**
 * Tests of the WebRTC module. Methods with {@link com.code_intelligence.jazzer.junit.FuzzTest} are replayed by the build
 * over the inputs saved in {@code src/test/resources}, in a folder {@code <class>Inputs/<method>} beside the class. A
 * long run looks for new ones, one method at a time:
 *
 * <pre>JAZZER_FUZZ=1 mvn verify -pl components/rtc -am -Djacoco.skip -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dsurefire.argLine.module=-Djazzer.instrument='dev.belfry.**' -Dtest='HeaderFuzzTest#any_bytes_are_a_packet_or_none'</pre>
 *
 * <p>It lasts as long as the annotation says. An input that fails is saved beside the others; what else it tried that
 * ran new code is in {@code components/rtc/.cifuzz-corpus}.
 */
@NullMarked
package dev.belfry.rtc;

import org.jspecify.annotations.NullMarked;
