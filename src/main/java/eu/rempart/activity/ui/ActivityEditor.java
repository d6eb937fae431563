package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.InvitationService;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.activity.ui.field.SeriesQuestion;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in an activity, and does what it takes until it is saved. */
@Component
public final class ActivityEditor {

  private final MeetingService meetings;
  private final AttendeeService attendees;
  private final InvitationService invitations;
  private final LinkedRecords records;
  private final MemberNames members;
  private final CurrentMember current;
  private final ActivityUnfinished unfinished;
  private final Tags tags;
  private final ActivityService activities;
  private final CustomFields custom;
  private final OccurrenceSaving occurrences;

  ActivityEditor(
      MeetingService meetings,
      AttendeeService attendees,
      InvitationService invitations,
      LinkedRecords records,
      MemberNames members,
      CurrentMember current,
      ActivityUnfinished unfinished,
      Tags tags,
      ActivityService activities,
      CustomFields custom,
      OccurrenceSaving occurrences) {
    this.meetings = meetings;
    this.attendees = attendees;
    this.invitations = invitations;
    this.records = records;
    this.members = members;
    this.current = current;
    this.unfinished = unfinished;
    this.tags = tags;
    this.activities = activities;
    this.custom = custom;
    this.occurrences = occurrences;
  }

  /** What a new activity begins with: it is for whoever writes it down. */
  public ActivityDataBuilder start() {
    return ActivityData.builder().ownerId(current.id());
  }

  /** Asks for a new activity; tells its id once it is saved. */
  public void create(ActivityData start, ActivityLinks about, Consumer<ActivityId> created) {
    new Session(null, begun(start, about), placeOf(about), created).open();
  }

  /**
   * As the other, from a page that is no record's.
   *
   * @param page where it is begun, by which what is left unfinished is found again
   */
  public void createOn(String page, ActivityData start, Consumer<ActivityId> created) {
    ActivityTyped begun = begun(start, ActivityLinks.NONE);
    new Session(null, begun, ActivityUnfinished.place(page), created).open();
  }

  /** The first record that it is about; null for none. */
  private static @Nullable UUID placeOf(ActivityLinks about) {
    return Stream.of(
            about.contacts().stream().map(ContactId::value),
            about.companies().stream().map(CompanyId::value),
            about.deals().stream().map(DealId::value))
        .flatMap(ids -> ids)
        .findFirst()
        .orElse(null);
  }

  /** Without what whoever writes may not fill in. */
  private ActivityTyped begun(ActivityData start, ActivityLinks about) {
    return new ActivityTyped(start, about).without(fixed(), ActivityData.EMPTY);
  }

  private Set<String> fixed() {
    return current.rights().fixed("activity");
  }

  /** As {@link #createOn}, at a time that was chosen: what was begun before is put there. */
  public void createAt(String page, ActivityData start, Consumer<ActivityId> created) {
    ActivityTyped begun = begun(start, ActivityLinks.NONE);
    Session session = new Session(null, begun, ActivityUnfinished.place(page), created);
    session.form.at(begun.data().when(), begun.data().minutes());
    session.open();
  }

  /**
   * Lets one be changed; tells its id once it is saved, which is another one after "Gone".
   *
   * @param of where its series has the occurrence that is meant; null for the activity itself
   */
  void edit(Activity activity, @Nullable When of, Consumer<ActivityId> saved) {
    new Session(
            activity,
            new ActivityTyped(
                of == null ? activity.data() : activity.data().toBuilder().when(of).build(),
                activity.links(),
                attendees.asked(activity.id()),
                invitations.enabled() && invitations.standing(activity) != Standing.NEVER_TOLD,
                of),
            null,
            saved)
        .open();
  }

  /** One panel from opening to saving. */
  private final class Session {

    private final Map<UUID, String> names = members.all();
    private final CustomBook own = custom.book("activity");
    private final ActivityForm form = new ActivityForm(records, names, tags, own);
    private final Consumer<ActivityId> saved;
    private final ActivityTyped before;
    private final RecordPanel panel;
    private final ActivityLinks linked;
    private final Attendees asked;
    private final boolean invited;
    private @Nullable Activity activity;

    Session(
        @Nullable Activity found,
        ActivityTyped start,
        @Nullable UUID place,
        Consumer<ActivityId> saved) {
      var draft = unfinished.of(found, place).filter(left -> left.before().isOf(start.of()));
      activity = unfinished.asItWas(found, draft);
      this.saved = saved;
      Activity shown = activity;
      ActivityTyped before = found == null || draft.isEmpty() ? start : draft.get().before();
      if (invitations.enabled()) {
        form.offerInvitations();
      }
      this.before = before;
      linked = before.links();
      asked = before.asked();
      invited = before.invite();
      form.narrow(current.rights().hidden("activity"), fixed());
      if (shown == null) {
        form.showNew(before);
      } else {
        form.show(before, shown.unopenable());
      }
      panel =
          new RecordPanel(
              shown == null ? t("activity.new.title") : t("activity.edit.title"),
              form,
              t("activity.save"),
              () -> form.value().ifPresent(this::saveSome));
      draft.ifPresent(left -> form.fill(left.typed().without(fixed(), before.data())));
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found, place));
      unfinished.tell(panel, found, draft, () -> new Session(found, start, place, saved).open());
      form.onChange(
          typed -> {
            panel.setUnsaved(form.isChanged());
            unfinished.keep(
                activity == null ? found : activity, place, before, typed, form.isChanged());
          });
    }

    void open() {
      panel.open();
      form.focus();
    }

    /**
     * Of a recurring one asks which it is for. The rule, whom it is about, who is asked to it and
     * whether these are told are of all of them.
     */
    private void saveSome(ActivityTyped typed) {
      Activity known = activity;
      When of = before.of();
      if (known != null && of != null) {
        saveOccurrence(known.id(), of, typed);
        return;
      }
      if (known == null || !typed.isOfOne(known, before)) {
        save(known, typed);
        return;
      }
      SeriesQuestion.oneOrAll(
          t("activity.save"),
          typed.invite() == invited ? "" : t("activity.series.invite"),
          () ->
              occurrences.saveNext(
                  known,
                  typed.change(known.data()),
                  () -> save(known, typed),
                  done(known.id()),
                  form::show),
          () -> save(known, typed));
    }

    private void saveOccurrence(ActivityId id, When of, ActivityTyped typed) {
      if (form.isChanged()) {
        occurrences.save(id, of, typed.change(before.data()), done(id), form::show);
      } else {
        panel.close(); // what was begun of another one stays
      }
    }

    /**
     * Saves what is typed.
     *
     * @param known what it was typed over, or merged with; null for a new one. The form still shows
     *     what it showed: only once this is saved is a merged one the one that it is about
     */
    private void save(@Nullable Activity known, ActivityTyped typed) {
      try {
        if (known == null) {
          done(meetings.create(typed.toKeep()), t("activity.created"));
        } else {
          answer(
              known,
              meetings.save(
                  known.id(), known.version(), known.data(), linked, asked, typed.toKeep()),
              typed);
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (DataIntegrityViolationException _) {
        Notices.error(t("activity.links.gone"));
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void answer(
        Activity known, SaveResult<Activity, ActivityField> result, ActivityTyped mine) {
      switch (result) {
        case SaveResult.Saved<Activity, ActivityField>(var now) ->
            done(now.id(), t("activity.saved"));
        case SaveResult.Stale<Activity, ActivityField> stale -> resolve(known.data(), stale, mine);
        case SaveResult.Gone<Activity, ActivityField> _ ->
            Confirmation.ask(
                t("activity.gone.title"),
                t("activity.gone.sentence"),
                t("activity.gone.create"),
                () -> {
                  activity = null;
                  save(null, mine.without(fixed(), ActivityData.EMPTY));
                });
      }
    }

    private BiConsumer<String, UUID> done(ActivityId id) {
      return (notice, undo) -> {
        panel.done();
        Notices.success(
            notice,
            () -> {
              activities.undo(undo, List.of(id));
              saved.accept(id);
            });
        saved.accept(id);
      };
    }

    private void done(ActivityId id, String notice) {
      panel.done();
      Notices.success(notice);
      saved.accept(id);
    }

    private void resolve(
        ActivityData before, SaveResult.Stale<Activity, ActivityField> stale, ActivityTyped mine) {
      new ActivityConflict(
              members.of(stale.current().changed().memberId()).orElse(""),
              (field, data) -> ActivityTexts.value(field, data, names, tags.book(), own))
          .resolve(
              stale,
              before,
              mine.data(),
              (winning, data) ->
                  save(
                      stale.current(),
                      mine.with(ActivityField.copy(winning, data, stale.current().data()))));
    }
  }
}
