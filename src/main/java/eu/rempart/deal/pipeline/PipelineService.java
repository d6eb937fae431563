package eu.rempart.deal.pipeline;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to pipelines. Every method needs a right, and throws where it is missing. */
@Service
public class PipelineService {

  private final PipelineRepository repository;
  private final Writes writes;
  private final Rights rights;

  PipelineService(PipelineRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** All pipelines in their order; none where nobody has made one yet. */
  public List<Pipeline> all() {
    rights.require(Right.READ_RECORDS);
    return repository.all();
  }

  public Optional<Pipeline> find(PipelineId id) {
    return all().stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
  }

  /**
   * All pipelines; makes the first one, where there is none.
   *
   * @param name of the first one, in the language of whoever comes first
   * @param stages of the first one
   */
  public List<Pipeline> allOrFirst(String name, List<Stage> stages) {
    rights.require(Right.WRITE_RECORDS);
    if (repository.isEmpty()) {
      PipelineRules.check(name, stages);
      writes.run(
          Reason.EDIT,
          change -> {
            repository.lockAll();
            if (repository.isEmpty()) {
              insert(name, stages);
            }
          });
    }
    return repository.all();
  }

  /**
   * Keeps a new pipeline, behind the others.
   *
   * @throws eu.rempart.common.InvalidFieldException if it can't be kept
   */
  public PipelineId create(String name, List<Stage> stages) {
    rights.require(Right.MANAGE_PIPELINES);
    PipelineRules.check(name, stages);
    return writes.inTransaction(Reason.EDIT, change -> insert(name, stages));
  }

  private PipelineId insert(String name, List<Stage> stages) {
    PipelineId id = new PipelineId(Ids.next());
    repository.insert(id, name.strip(), repository.nextPosition());
    for (int i = 0; i < stages.size(); i++) {
      repository.insert(id, new StageId(Ids.next()), stages.get(i), i);
    }
    return id;
  }

  /**
   * Gives a pipeline this name and its stages these names, colours and order; stages without an id
   * are new. Stages that are left out stay: they go by {@link #remove(StageId, StageId)} alone.
   *
   * @param before as it was shown
   * @return false where somebody else changed or removed it meanwhile: nothing is written then
   * @throws eu.rempart.common.InvalidFieldException if it can't be kept
   */
  public boolean save(Pipeline before, String name, List<Stage> stages) {
    rights.require(Right.MANAGE_PIPELINES);
    PipelineRules.check(name, stages);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lockAll();
          if (find(before.id()).filter(before::equals).isEmpty()) {
            return false;
          }
          if (!before.name().equals(name.strip())) {
            repository.rename(before.id(), name.strip());
          }
          for (int i = 0; i < stages.size(); i++) {
            save(before, stages.get(i), i);
          }
          return true;
        });
  }

  /**
   * Moves a pipeline before the one above it, or behind the one below it.
   *
   * @return false where it is gone
   */
  public boolean move(PipelineId id, boolean up) {
    rights.require(Right.MANAGE_PIPELINES);
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          repository.lockAll();
          List<PipelineId> order =
              new ArrayList<>(repository.all().stream().map(Pipeline::id).toList());
          int at = order.indexOf(id);
          int to = up ? at - 1 : at + 1;
          if (at >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
            for (int i = 0; i < order.size(); i++) {
              repository.place(order.get(i), i);
            }
          }
          return at >= 0;
        });
  }

  private void save(Pipeline pipeline, Stage stage, int position) {
    StageId id = stage.id();
    if (id == null) {
      repository.insert(pipeline.id(), new StageId(Ids.next()), stage, position);
    } else if (position >= pipeline.stages().size()
        || !stage.equals(pipeline.stages().get(position))) {
      repository.update(id, stage, position);
    }
  }

  /**
   * Moves a stage to the bin. Deals that stand in it go to another one, within the same change.
   *
   * @param to where they go; null where none is expected to be there
   */
  public Removal remove(StageId id, @Nullable StageId to) {
    rights.require(Right.MANAGE_PIPELINES);
    requireAllDeals();
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          repository.lockAll(); // two who each remove one of the last two would leave none
          Optional<Pipeline> pipeline =
              repository.all().stream().filter(p -> p.stage(id).isPresent()).findFirst();
          if (pipeline.isEmpty() || !repository.lock(id) || gone(to)) {
            return new Removal.Gone();
          }
          if (!pipeline.get().stage(id).orElseThrow().open() || pipeline.get().open().size() < 2) {
            return new Removal.Needed();
          }
          int deals = repository.countDeals(id);
          if (deals > 0 && (to == null || to.equals(id))) {
            return new Removal.Occupied(deals);
          }
          if (to != null) {
            repository.moveDeals(id, to);
          }
          repository.delete(id);
          return new Removal.Done();
        });
  }

  /** Whoever removes a stage moves all its deals, those that nobody owns included. */
  private void requireAllDeals() {
    rights.requireOwners(Right.WRITE_RECORDS, "deal", Collections.singletonList(null));
  }

  private boolean gone(@Nullable StageId to) {
    return to != null && !repository.lock(to);
  }

  /**
   * Moves a pipeline to the bin, with its stages. Its deals go to another one: open ones to its
   * first stage, won and lost ones to the places for them.
   *
   * @param to where they go; null where no deal is expected to be there
   */
  public Removal remove(PipelineId id, @Nullable PipelineId to) {
    rights.require(Right.MANAGE_PIPELINES);
    requireAllDeals();
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          repository.lockAll();
          List<Pipeline> all = repository.all();
          Optional<Pipeline> from = all.stream().filter(p -> p.id().equals(id)).findFirst();
          Optional<Pipeline> other = all.stream().filter(p -> p.id().equals(to)).findFirst();
          if (from.isEmpty() || (to != null && other.isEmpty())) {
            return new Removal.Gone();
          }
          if (all.size() < 2) {
            return new Removal.Needed();
          }
          List<StageId> stages = from.get().stages().stream().map(Stage::kept).toList();
          stages.forEach(repository::lock);
          int deals = stages.stream().mapToInt(repository::countDeals).sum();
          if (deals > 0 && (other.isEmpty() || id.equals(to))) {
            return new Removal.Occupied(deals);
          }
          other.ifPresent(
              target ->
                  from.get()
                      .stages()
                      .forEach(
                          stage ->
                              repository.moveDeals(
                                  stage.kept(), target.first(stage.state()).kept())));
          repository.delete(id);
          return new Removal.Done();
        });
  }

  /** How many deals stand in a stage, open and closed. */
  public int countDeals(StageId id) {
    rights.require(Right.READ_RECORDS);
    return repository.countDeals(id);
  }
}
