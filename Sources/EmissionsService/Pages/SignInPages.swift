import HTTPTypes
import Hummingbird

/// Where somebody says who they are.
struct SignInPages {
    let site: Site

    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("sign-in") { _, context in
            context.identity == nil ? Self.page(site, because: nil) : Response.redirect(to: "/")
        }
    }

    /// The page that asks for a key, and why, where somebody did not come by themselves.
    static func page(_ site: Site, because problem: Problem?) -> Response {
        var value: PageValue = [:]
        if let problem { value["why"] = ProblemPage.words(problem) }
        let isNew = problem?.type == "unauthenticated"
        if isNew { value["why"] = ["detail": .text(site.texts["sign-in.needed"])] }
        return site.page(
            site.texts["sign-in.title"], at: .signIn, ("sign-in", value), status: problem?.status ?? .ok)
    }
}
