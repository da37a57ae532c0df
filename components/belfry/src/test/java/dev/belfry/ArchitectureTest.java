package dev.belfry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, and what no package may do. */
@AnalyzeClasses(packages = "dev.belfry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};
    private static final String[] WRAPPED_LIBRARIES = {
        "org.bytedeco..", "com.sun.jna..", "okhttp3..", "org.bouncycastle..", "org.ice4j..", "org.jitsi.."
    };

    @ArchTest
    static final ArchRule a_call_is_plain_data = onlyDependOn("dev.belfry.call");

    @ArchTest
    static final ArchRule frames_stand_alone = onlyDependOn("dev.belfry.frame");

    @ArchTest
    static final ArchRule the_machine_is_pure = onlyDependOn("dev.belfry.call.machine", "dev.belfry.call");

    @ArchTest
    static final ArchRule the_ports_speak_of_calls_and_frames =
            onlyDependOn("dev.belfry.call.spi", "dev.belfry.call", "dev.belfry.frame");

    @ArchTest
    static final ArchRule the_controller_knows_ports_alone =
            onlyDependOn("dev.belfry.call.control", "dev.belfry.call..", "dev.belfry.frame");

    @ArchTest
    static final ArchRule the_wire_is_json =
            onlyDependOn("dev.belfry.signaling.wire", "dev.belfry.call..", "com.google.gson..");

    @ArchTest
    static final ArchRule what_every_client_does_knows_ports_alone =
            onlyDependOn("dev.belfry.signaling.client", "dev.belfry.call", "dev.belfry.call.spi");

    @ArchTest
    static final ArchRule the_client_of_the_hub_is_okhttp = onlyDependOn(
            "dev.belfry.signaling.okhttp",
            "dev.belfry.call",
            "dev.belfry.call.spi",
            "dev.belfry.signaling.client",
            "dev.belfry.signaling.wire",
            "com.google.gson..",
            "okhttp3..",
            "okio..",
            "kotlin..");

    @ArchTest
    static final ArchRule the_rules_of_ringing_have_no_sockets = onlyDependOn(
            "dev.belfry.hub.service",
            "dev.belfry.call",
            "dev.belfry.call.spi",
            "dev.belfry.signaling.wire",
            "com.nimbusds..");

    @ArchTest
    static final ArchRule the_store_knows_the_rules_and_its_databases = onlyDependOn(
            "dev.belfry.hub.store",
            "dev.belfry.call",
            "dev.belfry.call.spi",
            "dev.belfry.hub.service",
            "dev.belfry.signaling.wire",
            "com.github.benmanes.caffeine..",
            "com.google.gson..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "org.h2..",
            "org.jdbi..",
            "org.postgresql..");

    @ArchTest
    static final ArchRule the_service_does_not_know_who_serves_it = noClasses()
            .that()
            .resideInAPackage("dev.belfry.hub.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.belfry.hub.local..", "dev.belfry.call.control..");

    @ArchTest
    static final ArchRule the_web_server_stays_in_the_hubs_server = noClasses()
            .that()
            .resideOutsideOfPackage("dev.belfry.hub.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "io.prometheus..");

    @ArchTest
    static final ArchRule media_knows_frames_and_javacv = onlyDependOn(
            "dev.belfry.media..",
            "dev.belfry.call",
            "dev.belfry.call.spi",
            "dev.belfry.frame",
            "org.bytedeco..",
            "com.sun.jna..",
            "io.github.jaredmdobson..",
            "club.minnced..");

    @ArchTest
    static final ArchRule the_engine_hides_javacv = onlyDependOn(
            "dev.belfry.engine..",
            "dev.belfry.call",
            "dev.belfry.call.spi",
            "dev.belfry.frame",
            "dev.belfry.media..",
            "dev.belfry.rtc..");

    @ArchTest
    static final ArchRule rtc_knows_frames_and_its_libraries = onlyDependOn(
            "dev.belfry.rtc..",
            "dev.belfry.call.spi",
            "dev.belfry.frame",
            "org.ice4j..",
            "org.jitsi..",
            "org.bouncycastle..",
            "kotlin..",
            "com.typesafe.config..");

    @ArchTest
    static final ArchRule media_and_rtc_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("dev.belfry.media..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.belfry.rtc..");

    @ArchTest
    static final ArchRule protocols_parse_and_write_alone = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.belfry.rtc.rtp..",
                    "dev.belfry.rtc.rtcp..",
                    "dev.belfry.rtc.sdp..",
                    "dev.belfry.rtc.negotiation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WRAPPED_LIBRARIES);

    @ArchTest
    static final ArchRule panels_know_the_core_alone = onlyDependOn(
            "dev.belfry.swing..", "dev.belfry.call..", "dev.belfry.frame", "com.formdev.flatlaf..", "net.miginfocom..");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("dev.belfry.(**)").should().beFreeOfCycles();

    /**
     * One method takes a wrapped library's type, on purpose: the host's own OkHttpClient brings its trust, its client
     * certificates, its proxy and its headers, of which any other form would be a worse copy.
     */
    @ArchTest
    static final ArchRule wrapped_libraries_stay_inside = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage("..internal..")
            .should(new KeepOutOfSignatures(
                    resideInAnyPackage(WRAPPED_LIBRARIES),
                    "dev.belfry.signaling.okhttp.OkHttpSignalingBuilder.http(okhttp3.OkHttpClient)"));

    @ArchTest
    static final ArchRule no_static_state_changes = fields().that()
            .areStatic()
            .and(are(DescribedPredicate.describe(
                    "written in source", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))))
            .should()
            .beFinal();

    /** One class sets properties: back to what they were before a library changed them. */
    @ArchTest
    static final ArchRule no_property_is_set_behind_the_hosts_back = noClasses()
            .that()
            .resideOutsideOfPackage("dev.belfry.demo..")
            .and()
            .doNotHaveFullyQualifiedName("dev.belfry.rtc.ice.Ice4jSetup")
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes().should(new LiveInNullMarkedPackages());

    private static ArchRule onlyDependOn(String origin, String... others) {
        String[] allowed = new String[JDK.length + others.length + 1];
        System.arraycopy(JDK, 0, allowed, 0, JDK.length);
        System.arraycopy(others, 0, allowed, JDK.length, others.length);
        allowed[allowed.length - 1] = origin;
        DescribedPredicate<JavaClass> there = resideInAPackage(origin);
        return classes().that(are(there)).should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }
}
