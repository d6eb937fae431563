package eu.rempart.deal.pipeline;

import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.PIPELINE;
import static eu.rempart.db.generated.Tables.PIPELINE_STAGE;

import eu.rempart.db.generated.OpenedPipeline;
import eu.rempart.db.generated.OpenedPipelineStage;
import eu.rempart.db.generated.PipelineStageWriter;
import eu.rempart.db.generated.PipelineWriter;
import eu.rempart.db.generated.tables.records.PipelineStageRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Pipelines and their stages in the database; names are sealed on the way in. */
@Repository
class PipelineRepository {

  /** Held while the first pipeline is made, so that two people make one, and while any change. */
  private static final long FIRST_PIPELINE = 7_310_580;

  private final DSLContext dsl;
  private final Sealing sealing;

  PipelineRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  List<Pipeline> all() {
    Map<UUID, List<Stage>> stages =
        dsl.selectFrom(PIPELINE_STAGE)
            .orderBy(
                DSL.case_(PIPELINE_STAGE.KIND).when("OPEN", 0).when("WON", 1).else_(2),
                PIPELINE_STAGE.POSITION,
                PIPELINE_STAGE.ID)
            .fetch()
            .intoGroups(PIPELINE_STAGE.PIPELINE_ID, this::stage);
    return dsl.selectFrom(PIPELINE)
        .orderBy(PIPELINE.POSITION, PIPELINE.ID)
        .fetch(
            row ->
                new Pipeline(
                    new PipelineId(row.getId()),
                    name(new OpenedPipeline(row, sealing).name()),
                    stages.getOrDefault(row.getId(), List.of())));
  }

  private Stage stage(PipelineStageRecord row) {
    return new Stage(
        new StageId(row.getId()),
        name(new OpenedPipelineStage(row, sealing).name()),
        DealState.valueOf(row.getKind()),
        row.getTone(),
        row.getProbability(),
        row.getRottingDays());
  }

  private static String name(Opened<String> name) {
    return switch (name) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  /** Waits for whoever makes the first pipeline, or changes any, at the same time. */
  void lockAll() {
    dsl.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.inline(FIRST_PIPELINE)))
        .fetch();
  }

  boolean isEmpty() {
    return !dsl.fetchExists(PIPELINE);
  }

  void insert(PipelineId id, String name, int position) {
    dsl.insertInto(PIPELINE)
        .set(new PipelineWriter(id.value(), sealing).name(name).position(position).forInsert())
        .execute();
  }

  int nextPosition() {
    Integer last = dsl.select(DSL.max(PIPELINE.POSITION)).from(PIPELINE).fetchOne(0, Integer.class);
    return last == null ? 0 : last + 1;
  }

  /** Puts a pipeline where it is to stand among the others. */
  void place(PipelineId id, int position) {
    dsl.update(PIPELINE)
        .set(PIPELINE.POSITION, position)
        .where(PIPELINE.ID.eq(id.value()))
        .and(PIPELINE.POSITION.ne(position))
        .execute();
  }

  void rename(PipelineId id, String name) {
    dsl.update(PIPELINE)
        .set(new PipelineWriter(id.value(), sealing).name(name).forUpdate())
        .where(PIPELINE.ID.eq(id.value()))
        .execute();
  }

  void insert(PipelineId pipeline, StageId id, Stage stage, int position) {
    dsl.insertInto(PIPELINE_STAGE)
        .set(
            write(id, stage, position)
                .pipelineId(pipeline.value())
                .kind(stage.state().name())
                .forInsert())
        .execute();
  }

  /** What a stage is for never changes: its deals would be won or lost with it. */
  void update(StageId id, Stage stage, int position) {
    dsl.update(PIPELINE_STAGE)
        .set(write(id, stage, position).forUpdate())
        .where(PIPELINE_STAGE.ID.eq(id.value()))
        .execute();
  }

  private PipelineStageWriter write(StageId id, Stage stage, int position) {
    return new PipelineStageWriter(id.value(), sealing)
        .name(stage.name().strip())
        .position(position)
        .tone(stage.tone())
        .probability(stage.probability())
        .rottingDays(stage.rottingDays());
  }

  /** Keeps moves into it waiting until this transaction ends; false where it is gone. */
  boolean lock(StageId id) {
    return dsl.select(PIPELINE_STAGE.ID)
        .from(PIPELINE_STAGE)
        .where(PIPELINE_STAGE.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  int countDeals(StageId stage) {
    return dsl.fetchCount(DEAL, DEAL.STAGE_ID.eq(stage.value()));
  }

  /** Moves all deals of a stage, each to the top of the other one in its turn. */
  void moveDeals(StageId from, StageId to) {
    dsl.update(DEAL).set(DEAL.STAGE_ID, to.value()).where(DEAL.STAGE_ID.eq(from.value())).execute();
  }

  /** The database archives what is deleted. */
  void delete(StageId id) {
    dsl.deleteFrom(PIPELINE_STAGE).where(PIPELINE_STAGE.ID.eq(id.value())).execute();
  }

  /** The database archives what is deleted, the stages with it. */
  void delete(PipelineId id) {
    dsl.deleteFrom(PIPELINE).where(PIPELINE.ID.eq(id.value())).execute();
  }
}
