package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.links.LinkAct;
import org.durumi.links.LinkKind;
import org.durumi.links.LinkService;
import org.durumi.links.NewAnswer;
import org.durumi.links.NewLink;

/** Two invented cases with a broker of the women of Kunming: one is linked with theirs, of the other a caseworker wishes it. */
@ApplicationScoped
class LinkStory {
    @Inject
    Story story;

    @Inject
    LinkService links;

    /** @param invented cases of haneul's, at least two */
    void tell(CaseNumber kunming, BrokerId broker, List<CaseNumber> invented) throws Exception {
        for (CaseNumber each : invented.subList(0, 2)) {
            story.quotes(12, HANEUL, each, broker, "10000000", "", Optional.of(50));
        }
        EntryId first = wishes(8, kunming, invented.get(0), "두 사례 모두 같은 브로커에게 견적을 받음");
        story.does(7, SEO, () -> links.act(kunming, first, new NewAnswer(LinkAct.ASK, Optional.empty(), "")));
        wishes(1, invented.get(1), kunming, "같은 브로커가 지난주에 다시 연락해 옴");
    }

    private EntryId wishes(int daysAgo, CaseNumber number, CaseNumber other, String why) throws Exception {
        return story.on(
                daysAgo,
                HANEUL,
                () -> links.want(number, new NewLink(other, LinkKind.SAME_BROKER, Optional.empty(), why)));
    }
}
