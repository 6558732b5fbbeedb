using Kongress.Web.Pages.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kongress.Web.Hosting;

/// <summary>Answers 405 to a method that a page has no handler for. The framework would show the page without having loaded anything for it.</summary>
internal sealed class KnownMethods : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        // Some pages only show themselves: they need no handler for it. And a problem is told whatever the method was.
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.HandlerInstance is ProblemModel) return;
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
