package org.durumi.work;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done in a case by a day. In clear stand the day, who is to see to it and what became of it, which lists
 * look for; both sealed parts are bound to them, so that a task of which somebody changed them does not open.
 */
@Entity
@Table(name = "task")
public class Task extends ChangingRow<TaskWords, Task.Became> {
    private static final SealedColumn<TaskWords> SAID = new SealedColumn<>("task", "sealed", TaskWords.class);
    private static final SealedColumn<Became> BECAME = new SealedColumn<>("task", "sealed_state", Became.class);

    private LocalDate due;

    private @Nullable UserId assignee;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    private @Nullable Signed settled;

    /**
     * What came of it.
     *
     * @param end why nobody has to do it any more; empty if somebody settled it, or it is open
     */
    record Became(String word, Optional<TaskEnd> end) {}

    @SuppressWarnings("NullAway.Init")
    protected Task() {
        super(SAID, BECAME); // Hibernate
    }

    private Task(CaseFile file, TaskWords told, LocalDate due, Optional<UserId> assignee, Recording recording) {
        this(file.id(), due, assignee);
        say(told, recording);
        keep(new Became("", Optional.empty()), recording.key());
    }

    private Task(CaseId caseId, LocalDate due, Optional<UserId> assignee) {
        super(SAID, BECAME, caseId);
        this.due = due;
        this.assignee = assignee.orElse(null);
        this.state = TaskState.OPEN;
    }

    /** @throws RuleViolation at «due» if that day is over */
    static Task write(CaseFile file, NewTask told, Recording recording, LocalDate today) {
        if (told.due().isBefore(today)) {
            throw RuleViolation.at("due", "task.due.past");
        }
        Set<ParticipantId> whom = told.who().stream().collect(Collectors.toSet());
        return new Task(
                file,
                TaskWords.of(TaskKind.OWN, told.what(), whom, Optional.empty()),
                told.due(),
                told.assignee(),
                recording);
    }

    /**
     * What follows an arrest, for everybody who works on the case.
     *
     * @param held all who were arrested together
     */
    static List<Task> afterArrest(CaseFile file, Set<ParticipantId> held, Recording recording, LocalDate today) {
        EntryId set = EntryId.create();
        return TaskKind.ofDetention().stream()
                .map(each -> new Task(
                        file,
                        TaskWords.of(each, "", held, Optional.of(set)),
                        today.plusDays(each.after()),
                        Optional.empty(),
                        recording))
                .toList();
    }

    /**
     * What follows when something was not confirmed: due at once.
     *
     * @param whom those whom it concerns
     * @param assignee who recorded it; empty if they work on the case no more: everybody who does
     */
    static Task afterSendingBack(
            CaseFile file, Set<ParticipantId> whom, Optional<UserId> assignee, Recording recording, LocalDate today) {
        return new Task(file, TaskWords.of(TaskKind.SENT_BACK, "", whom, Optional.empty()), today, assignee, recording);
    }

    /**
     * What follows when something that was asked for was answered: due at once.
     *
     * @param whom those whom it concerns
     * @param assignee who asked; empty if they work on the case no more: everybody who does
     */
    static Task afterAnswer(
            CaseFile file, Set<ParticipantId> whom, Optional<UserId> assignee, Recording recording, LocalDate today) {
        return new Task(file, TaskWords.of(TaskKind.ANSWERED, "", whom, Optional.empty()), today, assignee, recording);
    }

    /** What a rule asks for, for everybody who works on the case. */
    static Task byRule(CaseFile file, Duty duty, Recording recording, LocalDate due) {
        return new Task(
                file,
                new TaskWords(
                        duty.kind(), "", duty.whom(), Optional.empty(), Optional.of(new TaskWords.About(duty.named()))),
                due,
                Optional.empty(),
                recording);
    }

    /** The same for who takes the place of whoever was to see to it; empty if everybody who works on the case does. */
    Task handedTo(CaseFile file, Optional<UserId> other, Recording recording) {
        return new Task(file, words(), due, other, recording);
    }

    /**
     * @throws RuleViolation if it is settled already, the result is none that somebody may say, or at «word» if nothing says why what a rule asks for
     *     is not possible
     */
    void settle(TaskResult told, Recording recording) {
        if (told.state() != TaskState.DONE && told.state() != TaskState.NOT_POSSIBLE) {
            throw RuleViolation.at("state", "form.choose");
        }
        if (!isOpen()) {
            throw new RuleViolation("task.settled", state);
        }
        if (kind().isByRule() && told.state() == TaskState.NOT_POSSIBLE && VisibleText.isEmpty(told.word())) {
            throw RuleViolation.at("word", "task.not-possible.why");
        }
        become(told.state(), new Became(told.word().strip(), Optional.empty()), recording);
    }

    /** Nobody has to do it any more. */
    void end(TaskEnd why, Recording recording) {
        become(TaskState.ENDED, new Became("", Optional.of(why)), recording);
    }

    private void become(TaskState next, Became said, Recording recording) {
        state = next;
        settled = recording.signed();
        keep(said, recording.key());
    }

    /**
     * Whether it goes with those who go into another case: it is to be done, and concerns one of them. What rules ask for there, they ask for
     * by themselves.
     */
    boolean goes(RowCopy copy) {
        return isOpen() && !kind().isByRule() && copy.takesSome(whom());
    }

    @Override
    protected TaskWords inCopy(TaskWords said, RowCopy copy) {
        return new TaskWords(
                said.kind(), said.own(), copy.of(said.whom()), said.set().map(copy::id), said.about());
    }

    /** The day, who is to see to it, and what became of it, are the same there. */
    @Override
    protected void columnsInCopy(RowCopy copy) {}

    @Override
    protected List<Object> inClear() {
        return List.of(due, assignee());
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(state, settled().map(Signed::by), settled().map(Signed::at));
    }

    public TaskKind kind() {
        return words().kind();
    }

    /** What is to be done, in somebody's own words; else empty. */
    public String own() {
        return words().own();
    }

    /** What a rule asks for exactly: names of constants or identifiers. Empty if none does. */
    public List<String> about() {
        return points().stream().map(Duty.Point::name).toList();
    }

    /** The same with whom each of it concerns. */
    List<Duty.Point> points() {
        return words().about().map(TaskWords.About::points).orElse(List.of());
    }

    /** Those whom it concerns; nobody if it concerns the case as a whole. */
    public Set<ParticipantId> whom() {
        return words().whom();
    }

    /** Whether it follows an arrest. */
    public boolean followsArrest() {
        return words().set().isPresent();
    }

    public LocalDate due() {
        return due;
    }

    /** Who is to see to it; empty if everybody who works on the case is. */
    public Optional<UserId> assignee() {
        return Optional.ofNullable(assignee);
    }

    public TaskState state() {
        return state;
    }

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    /** Whether a person said what came of it. */
    boolean isSettledBySomebody() {
        return state == TaskState.DONE || state == TaskState.NOT_POSSIBLE;
    }

    /** Whether it is open, and its day has come. */
    public boolean isDue(LocalDate today) {
        return isOpen() && !due.isAfter(today);
    }

    /** Whether it is open, and its day is over. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }

    /** Who said what came of it, or did what ended it, and when; empty while it is open. */
    public Optional<Signed> settled() {
        return Optional.ofNullable(settled);
    }

    /** What came of it, in words; may be empty. */
    public String word() {
        return became().word();
    }

    /** Why nobody has to do it any more; empty if somebody settled it, or it is open. */
    public Optional<TaskEnd> ended() {
        return became().end();
    }

    /** Everybody who has to do with it. */
    public Set<UserId> people() {
        return Stream.of(Optional.of(recorded().by()), settled().map(Signed::by), assignee())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
