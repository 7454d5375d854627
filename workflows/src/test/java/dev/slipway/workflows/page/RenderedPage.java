package dev.slipway.workflows.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as a reader of CommonMark sees it. */
public final class RenderedPage {
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private final Node page;

  public RenderedPage(String markdown) {
    page = Parser.builder().build().parse(markdown);
  }

  /** The texts of all items of all lists. */
  public List<String> items() {
    List<String> items = new ArrayList<>();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(ListItem item) {
            items.add(text(item.getFirstChild()));
          }
        });
    return items;
  }

  /** The blocks that one copies. */
  public List<String> copied() {
    List<String> blocks = new ArrayList<>();
    page.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            blocks.add(block.getLiteral().stripTrailing());
          }
        });
    return blocks;
  }

  public String text() {
    return text(page);
  }

  private static String text(Node node) {
    return node == null ? "" : TEXT.render(node).strip();
  }
}
