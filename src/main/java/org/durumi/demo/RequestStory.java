package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.circumstances.NewDevice;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.requests.NewRequest;
import org.durumi.requests.RequestService;

/** A departure of an invented case is blocked by a phone, and a supervisor is asked to let it pass. */
@ApplicationScoped
class RequestStory {
    @Inject
    Story story;

    @Inject
    RequestService requests;

    /** @param number an invented case of haneul's */
    void tell(CaseNumber number) throws Exception {
        NewDevice phone = new NewDevice(
                "휴대전화",
                "13700000518",
                Answer.YES,
                Answer.YES,
                false,
                true,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
        story.does(3, HANEUL, () -> story.circumstances().recordDevice(number, first(number), phone));
        story.does(
                1,
                HANEUL,
                () -> requests.askWaiver(
                        number,
                        Set.of(first(number).value()),
                        new NewRequest("아이 약 때문에 전화기를 두고 갈 수 없음. 전원을 끄고 가기로 본인과 약속함"),
                        Optional.empty()));
    }

    private ParticipantId first(CaseNumber number) {
        return story.participants(number).getFirst().id();
    }
}
