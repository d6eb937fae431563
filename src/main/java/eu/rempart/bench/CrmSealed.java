package eu.rempart.bench;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.Ids;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.db.Reason;
import eu.rempart.deal.DatedMove;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the product with a firm, sealed, through the same doors as an import. */
final class CrmSealed {

  private static final int BATCH = 1_000;

  /** By the numbers that the table in clear holds. */
  private static final List<ActivityKind> KINDS =
      List.of(ActivityKind.TASK, ActivityKind.CALL, ActivityKind.MEETING);

  private static final List<Stage> STAGES =
      List.of(
          new Stage(null, "First contact", DealState.OPEN, 1, 10, 14),
          new Stage(null, "Qualified", DealState.OPEN, 0, 25, 21),
          new Stage(null, "Offer sent", DealState.OPEN, 5, 50, 14),
          new Stage(null, "Negotiation", DealState.OPEN, 2, 75, 14),
          new Stage(null, "Won", DealState.WON, 7, 100, null),
          new Stage(null, "Lost", DealState.LOST, 4, 0, null));

  private final BenchServer server;
  private final CrmFirm firm;
  private final UUID[] contacts;
  private final UUID[] companies;
  private final UUID[] deals;
  private @Nullable Pipeline pipeline;

  CrmSealed(BenchServer server, CrmFirm firm) {
    this.server = server;
    this.firm = firm;
    contacts = ids(firm.contacts());
    companies = ids(firm.companies());
    deals = ids(firm.deals());
  }

  private static UUID[] ids(int count) {
    UUID[] ids = new UUID[count];
    java.util.Arrays.setAll(ids, _ -> Ids.next());
    return ids;
  }

  UUID contact(int number) {
    return contacts[number];
  }

  UUID deal(int number) {
    return deals[number];
  }

  void companies() {
    CompanyService service = server.bean(CompanyService.class);
    inBatches(
        firm.companies(),
        (from, to) -> {
          Map<CompanyId, CompanyData> batch = new LinkedHashMap<>();
          for (int i = from; i < to; i++) {
            batch.put(
                new CompanyId(companies[i]), CompanyData.builder().name(firm.company(i)).build());
          }
          service.createAll(batch, Reason.IMPORT);
        });
  }

  void contacts() {
    ContactService service = server.bean(ContactService.class);
    LinkService links = server.bean(LinkService.class);
    inBatches(
        firm.contacts(),
        (from, to) -> {
          Map<ContactId, ContactData> batch = new LinkedHashMap<>();
          List<NewLink> jobs = new ArrayList<>();
          for (int i = from; i < to; i++) {
            SyntheticPerson person = firm.person(i);
            ContactId id = new ContactId(contacts[i]);
            batch.put(id, contact(person, owner(i % CrmFirm.SHARE == 0)));
            if (firm.companyOf(i) >= 0) {
              jobs.add(
                  new NewLink(
                      Ids.next(),
                      id,
                      new CompanyId(companies[firm.companyOf(i)]),
                      new LinkData(person.jobTitle(), null, true, true)));
            }
          }
          service.createAll(batch, Reason.IMPORT);
          links.linkAll(jobs, Reason.IMPORT);
        });
  }

  private static ContactData contact(SyntheticPerson person, @Nullable UUID owner) {
    return ContactData.builder()
        .ownerId(owner)
        .firstName(person.firstName())
        .lastName(person.lastName())
        .emails(List.of(EmailEntry.of(EmailAddress.of(person.email()), EmailKind.WORK, true)))
        .phones(
            List.of(PhoneEntry.of(PhoneNumber.of(person.phone(), null), PhoneKind.MOBILE, true)))
        .addresses(
            List.of(
                new PostalAddress(
                    AddressKind.WORK, "", person.city(), "", "", CountryCode.of(person.country()))))
        .build();
  }

  void deals() {
    server.work(() -> server.bean(PipelineService.class).allOrFirst("Sales", STAGES));
    server.work(() -> pipeline = server.bean(PipelineService.class).all().getFirst());
    List<Stage> stages = java.util.Objects.requireNonNull(pipeline).stages();
    DealService service = server.bean(DealService.class);
    DealContactService people = server.bean(DealContactService.class);
    inBatches(
        firm.deals(),
        (from, to) -> {
          Map<DealId, DealData> batch = new LinkedHashMap<>();
          List<DatedMove> moves = new ArrayList<>();
          List<DealContact> part = new ArrayList<>();
          for (int i = from; i < to; i++) {
            CrmFirm.Deal deal = firm.deal(i);
            DealId id = new DealId(deals[i]);
            batch.put(id, data(i, deal, stages.getFirst()));
            part.add(
                new DealContact(Ids.next(), 1, id, new ContactId(contacts[deal.contact()]), null));
            if (deal.stage() > 0) {
              moves.add(new DatedMove(id, stages.get(deal.stage()).kept(), deal.since(), null));
            }
          }
          service.createAll(batch, Reason.IMPORT);
          people.addAll(part, Reason.IMPORT);
          service.moveAll(moves, Reason.IMPORT);
        });
  }

  private DealData data(int number, CrmFirm.Deal deal, Stage first) {
    return DealData.builder()
        .ownerId(owner(deal.mine()))
        .name(deal.name())
        .companyId(new CompanyId(companies[deal.company()]))
        .amount(BigDecimal.valueOf(deal.amount()))
        .currency("EUR")
        .stageId(first.kept())
        .expectedClose(firm.expected(number))
        .build();
  }

  void activities() {
    ActivityService service = server.bean(ActivityService.class);
    inBatches(
        firm.activities(),
        (from, to) -> {
          Map<ActivityId, NewActivity> batch = new LinkedHashMap<>();
          for (int i = from; i < to; i++) {
            batch.put(new ActivityId(Ids.next()), activity(firm.activity(i)));
          }
          service.createAll(batch, Reason.IMPORT);
        });
  }

  private NewActivity activity(CrmFirm.Deed deed) {
    int company = firm.companyOf(deed.contact());
    return new NewActivity(
        ActivityData.builder()
            .ownerId(owner(deed.mine()))
            .kind(KINDS.get(deed.kind()))
            .subject(deed.subject())
            .when(
                deed.timed()
                    ? new When(deed.at(), ZoneOffset.UTC)
                    : When.on(LocalDate.ofInstant(deed.at(), ZoneOffset.UTC)))
            .minutes(deed.timed() ? Integer.valueOf(45) : null)
            .status(deed.done() ? ActivityStatus.DONE : ActivityStatus.OPEN)
            .build(),
        new ActivityLinks(
            List.of(new ContactId(contacts[deed.contact()])),
            company < 0 ? List.of() : List.of(new CompanyId(companies[company])),
            List.of()),
        deed.done() ? deed.at().plusSeconds(3_600) : null,
        null);
  }

  private @Nullable UUID owner(boolean mine) {
    return mine ? server.memberId() : null;
  }

  private interface Batch {
    void make(int from, int to);
  }

  private void inBatches(int count, Batch batch) {
    for (int from = 0; from < count; from += BATCH) {
      int first = from;
      server.work(() -> batch.make(first, Math.min(count, first + BATCH)));
    }
  }
}
