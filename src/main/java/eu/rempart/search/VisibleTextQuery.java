package eu.rempart.search;

import eu.rempart.search.word.Needle;
import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Documents that another query finds, if the needle stands in the text of a field that whoever
 * searches may see: the groups of letters of all fields are filed together.
 */
final class VisibleTextQuery extends Query {

  private final Query inner;
  private final Needle needle;
  private final BitSet fields;

  /**
   * @param fields places in the schema of the fields that may be seen
   */
  VisibleTextQuery(Query inner, Needle needle, BitSet fields) {
    this.inner = inner;
    this.needle = needle;
    this.fields = fields;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight candidates =
        searcher.createWeight(searcher.rewrite(inner), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        Scorer found = candidates.scorer(context);
        if (found == null) {
          return null;
        }
        DocIdSetIterator documents = found.iterator();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            return new ConstantScoreScorer(1, scoreMode, verified(context, documents));
          }

          @Override
          public long cost() {
            return documents.cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private TwoPhaseIterator verified(LeafReaderContext context, DocIdSetIterator documents)
      throws IOException {
    DocumentLines lines = new DocumentLines(context.reader());
    return new TwoPhaseIterator(documents) {
      @Override
      public boolean matches() throws IOException {
        return needle.isIn(
            lines.of(documents.docID(), fields::get).stream()
                .collect(Collectors.joining("\n", "\n", "\n")));
      }

      @Override
      public float matchCost() {
        return 500;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String unused) {
    return "visible";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof VisibleTextQuery that
        && inner.equals(that.inner)
        && needle.equals(that.needle)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), inner, needle, fields);
  }
}
