package eu.rempart.deal;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.deal.pipeline.TestPipelines;
import eu.rempart.search.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The services of deals over a test database, with a pipeline, for whoever is told to act. */
public final class TestDeals {

  public final TestDatabase database;
  public final Rights rights;
  public final Writes writes;
  public final PipelineService pipelines;
  public final DealService deals;
  public final DealContactService people;
  public final PipelineId pipelineId;
  final DealRepository repository;
  private final CurrentMember current = new CurrentMember();

  public TestDeals(TestDatabase database) throws Exception {
    this.database = database;
    rights = new Rights(current);
    writes = database.writes(() -> current.find().map(member -> Actor.manual(member.memberId())));
    pipelines = TestPipelines.service(database, writes, rights);
    SearchIndex index = new SearchIndex(List::of, Locale.FRENCH);
    repository = new DealRepository(database.app(), new TestSealing());
    deals =
        new DealService(
            repository,
            new DealPathQueries(database.app()),
            index,
            writes,
            rights,
            TestCustomFields.checks(database));
    people =
        new DealContactService(
            new DealContactRepository(database.app()), deals, index, writes, rights);
    pipelineId = as(Role.MANAGER, () -> pipelines.create("Sales", TestPipelines.STAGES));
  }

  public <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  public Pipeline pipeline() throws Exception {
    return as(Role.READER, () -> pipelines.find(pipelineId).orElseThrow());
  }

  /** A stage of the pipeline by its place: Lead, Offer, Won, Lost. */
  public StageId stage(int place) throws Exception {
    return stageOf(place).kept();
  }

  public Stage stageOf(int place) throws Exception {
    return pipeline().stages().get(place);
  }

  public DealId deal(String name, StageId stage) throws Exception {
    return as(
        Role.MEMBER, () -> deals.create(DealData.builder().name(name).stageId(stage).build()));
  }

  public Deal now(DealId id) throws Exception {
    return as(Role.READER, () -> deals.find(id).orElseThrow());
  }

  public ContactId contact() {
    UUID id = UUID.randomUUID();
    database.app().execute("INSERT INTO contact (id) VALUES (?)", id);
    return new ContactId(id);
  }
}
