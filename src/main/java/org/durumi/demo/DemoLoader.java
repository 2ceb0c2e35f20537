package org.durumi.demo;

import static org.durumi.demo.DemoStaff.ADMIN;
import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.demo.DemoStaff.YUN;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.durumi.cases.DeputyService;
import org.durumi.cases.NewDeputy;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.NewNormPrice;
import org.durumi.costs.NormPriceService;
import org.durumi.costs.Vetting;
import org.durumi.identity.Actor;
import org.durumi.identity.GivenRoles;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Money;
import org.durumi.mac.Macs;
import org.durumi.route.RouteKind;
import org.durumi.work.NewCheckInPlan;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the demo cases when the demo starts on an empty database. The people of the demo record them, each event at its time. */
@ApplicationScoped
public class DemoLoader {
    private static final Logger LOG = Logger.getLogger(DemoLoader.class.getName());
    private static final Actor LOADER = Actor.system("demo-loader");
    private static final int LONG_AGO = 400;

    @Inject
    Story story;

    @Inject
    KunmingStory kunming;

    @Inject
    OtherStories others;

    @Inject
    InventedStories invented;

    @Inject
    LinkStory links;

    @Inject
    RequestStory asked;

    @Inject
    BeijingStory beijing;

    @Inject
    DiplomatsStory diplomats;

    @Inject
    BoatsStory boats;

    @Inject
    DeputyService deputies;

    @Inject
    StaffDirectory staff;

    @Inject
    Macs macs;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    BrokerService brokers;

    @Inject
    NormPriceService norms;

    @Inject
    @ConfigProperty(name = "durumi.demo", defaultValue = "false")
    boolean demo;

    void load(@Observes @Initialized(ApplicationScoped.class) Object started) throws Exception {
        if (!demo) {
            return;
        } else if (story.on(0, LOADER, () -> staff.teams()).isEmpty()) {
            tell();
        } else if (!given().areSome()) {
            // It was told when nobody needed a role here.
            story.does(0, LOADER, this::introduce);
        }
    }

    private void introduce() {
        DemoStaff.introduce(staff, roles(), given(), LOADER.signed(clock.instant()));
    }

    private RoleGrants roles() {
        return new RoleGrants(Statements.on(database), macs);
    }

    private GivenRoles given() {
        return new GivenRoles(Statements.on(database), macs);
    }

    private void tell() throws Exception {
        Reported reported = tellReported();
        timed("other cases", () -> others.tell(reported.vetted()));
        timed("invented cases", () -> {
            List<CaseNumber> inContact = invented.tell();
            links.tell(reported.kunming(), reported.acquaintance(), inContact);
            asked.tell(inContact.get(2));
            hasNotBeenHeardOf(inContact.getLast());
        });
        story.does(1, HANEUL, this::willBeAway);
        LOG.log(Level.INFO, "The demo cases are told.");
    }

    /** A leave in a fortnight. */
    private void willBeAway() {
        LocalDate first = LocalDate.now(clock).plusDays(14);
        deputies.name(new NewDeputy(Optional.empty(), YUN.id(), first, first.plusDays(4)));
    }

    /** Somebody was to be heard of last evening, and was not. */
    private void hasNotBeenHeardOf(CaseNumber number) throws Exception {
        NewCheckInPlan twiceADay =
                new NewCheckInPlan(12, 60, Optional.empty(), Optional.empty(), "저녁에 친구의 전화로", "귤 한 상자", "요즘 바빠요");
        story.does(
                1,
                HANEUL,
                () -> story.checkIns()
                        .agree(number, story.participants(number).getFirst().id(), twiceADay));
        // Whoever looks at once finds it.
        story.timePasses();
    }

    /**
     * What others are told of what was reported.
     *
     * @param vetted the broker whom everybody trusts
     * @param acquaintance the one whom an acquaintance introduced to the women of Kunming
     */
    record Reported(BrokerId vetted, BrokerId acquaintance, CaseNumber kunming) {}

    private static void timed(String what, Story.Work telling) throws Exception {
        long began = System.nanoTime();
        telling.run();
        LOG.log(Level.INFO, "Told in {0} ms: {1}", new Object[] {(System.nanoTime() - began) / 1_000_000, what});
    }

    /** Tells who works here, what ways usually cost, and what was reported. */
    Reported tellReported() throws Exception {
        story.does(LONG_AGO, LOADER, this::introduce);
        story.does(LONG_AGO, ADMIN, () -> norms.enter(overlandThroughChina()));
        BrokerId vetted = broker(IntroducedBy.NGO);
        BrokerId other = broker(IntroducedBy.RELATIVE);
        BrokerId acquaintance = broker(IntroducedBy.ACQUAINTANCE);
        story.does(LONG_AGO, SEO, () -> brokers.vet(vetted, Vetting.VETTED, 0));
        story.does(LONG_AGO, SEO, () -> brokers.vet(other, Vetting.IN_PROGRESS, 0));
        timed("Beijing and the diplomats", () -> diplomats.tell(beijing.tell()));
        timed("the boats", boats::tell);
        AtomicReference<CaseNumber> number = new AtomicReference<>();
        timed("Kunming", () -> number.set(kunming.tell(vetted, other, acquaintance)));
        return new Reported(vetted, acquaintance, number.get());
    }

    private BrokerId broker(IntroducedBy introducedBy) throws Exception {
        return story.on(LONG_AGO, HANEUL, () -> brokers.add(new NewBroker(BrokerKind.BROKER, introducedBy)));
    }

    private NewNormPrice overlandThroughChina() {
        return new NewNormPrice(
                RouteKind.LAND_VIA_CHINA,
                "",
                "",
                Money.of("10000000", "KRW"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(100),
                story.day(LONG_AGO),
                Optional.empty(),
                "언론 보도 Press report: 대부분 그 이상, 선불. 1인 값인지는 말하지 않음. 약 USD 7,667");
    }
}
