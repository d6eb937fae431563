package eu.rempart.codegen;

import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;

/** Puts the tables of the schema {@code public} into the target package itself. */
public final class FlatStrategy extends DefaultGeneratorStrategy {

  @Override
  public String getJavaPackageName(Definition definition, Mode mode) {
    return super.getJavaPackageName(definition, mode).replaceFirst("\\.public(?=\\.|$)", "");
  }
}
